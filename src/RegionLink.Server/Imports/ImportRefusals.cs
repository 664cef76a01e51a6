using RegionLink.Domain.Common;

namespace RegionLink.Server.Imports;

/// <summary>Why a file is not even looked at.</summary>
public static class ImportRefusals
{
    public static readonly RefusalCode KindUnknown = new(
        "import.kind-unknown",
        "Không có loại tệp \"{0}\"; các loại: {1}.",
        "There is no kind of file \"{0}\"; there are: {1}.");

    public static readonly RefusalCode FileMissing = new(
        "import.file-missing",
        "Yêu cầu không kèm tệp nào.",
        "The request brings no file.");

    public static readonly RefusalCode AnswerNeedsPerson = new(
        "import.answer-needs-person",
        "Câu hỏi về tệp phải do một người trả lời, không phải hệ thống.",
        "A question about a file must be answered by a person, not by a system.");

    public static readonly RefusalCode Interrupted = new(
        "import.interrupted",
        "Việc nhập bị gián đoạn. Gửi lại tệp này: những dòng đã ghi không bị ghi hai lần.",
        "The import was interrupted. Send the file again: rows already written are not written twice.");

    public static readonly RefusalCode Unavailable = new(
        "import.unavailable",
        "Cơ sở dữ liệu không truy cập được trong khi nhập. Gửi lại tệp này: những dòng đã ghi không bị ghi hai lần.",
        "The database went away during the import. Send the file again: rows already written are not written twice.");

    public static readonly RefusalCode Stopped = new(
        "import.stopped",
        "Lỗi của hệ thống, không phải của tệp; mã nhập {0}. Gửi lại tệp này sau: những dòng đã ghi không bị ghi hai lần.",
        "An error of the system, not of the file; import {0}. Send the file again later: rows already written are not written twice.");
}
