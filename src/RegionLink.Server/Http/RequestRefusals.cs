using RegionLink.Domain.Common;
using RegionLink.Runtime.Json;

namespace RegionLink.Server.Http;

/// <summary>What can be wrong with a request before any rule is asked.</summary>
public static class RequestRefusals
{
    public static readonly RefusalCode NotFound = new(
        "request.not-found", "Không tìm thấy \"{0}\".", "There is no \"{0}\".");

    public static readonly RefusalCode AddressUnknown = new(
        "request.address-unknown",
        "Không có địa chỉ \"{0}\". API được mô tả tại /openapi/v1.json.",
        "There is no address \"{0}\". The API is described at /openapi/v1.json.");

    public static readonly RefusalCode MethodUnknown = new(
        "request.method-unknown", "Địa chỉ này không nhận {0}; chỉ nhận {1}.", "This address does not take {0}, only {1}.");

    public static readonly RefusalCode ContentTypeUnknown = new(
        "request.content-type-unknown",
        "Địa chỉ này không nhận nội dung kiểu \"{0}\"; các kiểu được nhận ghi ở /openapi/v1.json (thường là application/json).",
        "This address does not take content of the type \"{0}\"; /openapi/v1.json lists what it takes (mostly application/json).");

    public static readonly RefusalCode BodyUnreadable = new(
        "request.body-unreadable", "Nội dung gửi lên không phải JSON hợp lệ (UTF-8): {0}", "The body is not valid JSON in UTF-8: {0}");

    public static readonly RefusalCode FormUnreadable = new(
        "request.form-unreadable", "Biểu mẫu gửi lên không đọc được: {0}", "The form cannot be read: {0}");

    public static readonly RefusalCode FieldUnknown = new(
        "request.field-unknown", "Không có trường \"{0}\".", "There is no field \"{0}\".");

    public static readonly RefusalCode FieldMissing = new(
        "request.field-missing", "Thiếu trường bắt buộc \"{0}\".", "The required field \"{0}\" is missing.");

    public static readonly RefusalCode FieldUnreadable = new(
        "request.field-unreadable", "Trường \"{0}\" có giá trị không đọc được: {1}", "The value of field \"{0}\" cannot be read: {1}");

    public static readonly RefusalCode FieldTwice = new(
        "request.field-twice", "Trường \"{0}\" xuất hiện nhiều lần.", "The field \"{0}\" is given more than once.");

    public static readonly RefusalCode ParameterUnknown = new(
        "request.parameter-unknown", "Không có tham số \"{0}\".", "There is no parameter \"{0}\".");

    public static readonly RefusalCode ParameterUnreadable = new(
        "request.parameter-unreadable", "Tham số \"{0}\" có giá trị không hợp lệ \"{1}\": cần {2}.", "Parameter \"{0}\" has the unusable value \"{1}\": expected {2}.");

    public static readonly RefusalCode HeaderUnreadable = new(
        "request.header-unreadable", "Tiêu đề \"{0}\" không hợp lệ: cần {1}.", "Header \"{0}\" cannot be used: expected {1}.");

    public static readonly RefusalCode TooLarge = new(
        "request.too-large", "Nội dung gửi lên quá lớn: tối đa {0}.", "The request is too large: at most {0} are taken.");

    public static readonly RefusalCode Malformed = new(
        "request.malformed", "Yêu cầu không hợp lệ: {0}", "The request is malformed: {0}");

    public static readonly RefusalCode Stale = new(
        "request.stale",
        "Dữ liệu đã thay đổi: phiên bản hiện tại là {0}. Hãy tải lại rồi sửa tiếp.",
        "It has changed meanwhile: the version now is {0}. Load it again before changing it.");

    public static readonly RefusalCode KeyReused = new(
        "request.key-reused",
        "Idempotency-Key này đã được dùng cho một yêu cầu khác.",
        "This Idempotency-Key was used before for another request.");

    public static readonly RefusalCode Unavailable = new(
        "service.unavailable",
        "Cơ sở dữ liệu tạm thời không truy cập được; hãy gửi lại sau, với cùng Idempotency-Key.",
        "The database cannot be reached for now; send again later, with the same Idempotency-Key.");

    public static readonly RefusalCode Bug = new(
        "service.bug",
        "Lỗi của hệ thống, không phải của người dùng. Mã tra cứu: {0}.",
        "An error of the system, not of the user. Trace: {0}.");

    /// <summary>A fault of the body as a reason.</summary>
    public static Refusal Of(JsonFault fault) => fault.Kind switch
    {
        JsonFaultKind.Unknown => FieldUnknown.About(fault.Path, fault.Path),
        JsonFaultKind.Missing => FieldMissing.About(fault.Path, fault.Path),
        JsonFaultKind.Twice => FieldTwice.About(fault.Path, fault.Path),
        _ => FieldUnreadable.About(fault.Path, fault.Path, fault.Raw),
    };
}
