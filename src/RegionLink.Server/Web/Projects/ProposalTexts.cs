namespace RegionLink.Server.Web.Projects;

/// <summary>Texts of proposing a project.</summary>
internal static class ProposalTexts
{
    public static readonly Text Title = new("Đề xuất dự án mới", "Propose a project");
    public static readonly Text Help = new(
        "Trước khi dự án được tạo, bạn sẽ thấy các dự án gần giống của mọi tỉnh và trả lời: dùng lại, cùng làm, hay khác vì sao. Câu trả lời được lưu cùng dự án.",
        "Before the project is made you see those of all provinces that look alike and answer: reuse, join, or in what yours differs. The answers are kept with it.");
    public static readonly Text NotTaken = new("Chưa tạo được dự án", "The project is not made yet");
    public static readonly Text NumberHint = new("Mã riêng của đơn vị, không dấu: chữ A–Z, số và - . _", "Your own number for it: letters A–Z, digits and - . _");
    public static readonly Text NameHint = new("Tên, mô tả và hoạt động sẽ được so với dự án của mọi tỉnh.", "Name, description and activity are compared with the projects of all provinces.");
    public static readonly Text DescriptionHint = new("Làm gì, cho ai, thay cho việc gì đang làm.", "What it does, for whom, in place of what.");
    public static readonly Text Choose = new("Hãy chọn", "Choose");
    public static readonly Text GroundHint = new("Chỉ khi giữ nghị định đã hết hiệu lực: căn cứ chuyển tiếp.", "Only when it keeps a decree that has ended: the transitional ground.");
    public static readonly Text Ground = new("Căn cứ chuyển tiếp", "Transitional ground");
    public static readonly Text Funding = new("Nguồn vốn", "Sources of funds");
    public static readonly Text FundingOf = new("Nguồn vốn {0}", "Source {0}");
    public static readonly Text Kind = new("Loại vốn", "Whose money");
    public static readonly Text SourceName = new("Tên nguồn", "Name of the source");
    public static readonly Text Amount = new("Số tiền (đồng)", "Amount (VND)");
    public static readonly Text AmountHint = new("Đủ số, ví dụ 12.500.000.000", "In full, such as 12,500,000,000");
    public static readonly Text AddSource = new("Thêm nguồn vốn", "Add a source");
    public static readonly Text SystemsHint = new("Mỗi dòng một hệ thống có sẵn mà dự án xây tiếp lên.", "One existing system it builds on per line.");
    public static readonly Text ProposedOn = new("Ngày đề xuất", "Day of the proposal");
    public static readonly Text Go = new("Xem dự án tương tự rồi tạo", "See similar projects, then make it");
    public static readonly Text Make = new("Tạo dự án", "Make the project");
    public static readonly Text Alike = new("Các tỉnh đã có gì tương tự", "What provinces already have that looks alike");
    public static readonly Text AlikeNote = new(
        "Dự án chưa được tạo. Với mỗi dự án dưới đây hãy chọn một câu trả lời, rồi bấm “Tạo dự án”.",
        "The project is not made yet. Choose an answer for each of these, then press “Make the project”.");
    public static readonly Text Optional = new("Chỉ hơi giống; không bắt buộc trả lời.", "Only a little alike; an answer is optional.");
    public static readonly Text WhyAlike = new("Vì sao giống:", "Why it is alike:");
    public static readonly Text AlikeByName = new("tên giống {0}", "names alike by {0}");
    public static readonly Text AlikeByWords = new("tên và mô tả trùng {0} số từ: {1}", "{0} of the words of name and description in common: {1}");
    public static readonly Text SameActivity = new("cùng hoạt động", "same activity");
    public static readonly Text Reuse = new("Dùng lại kết quả của dự án này", "We reuse what it built");
    public static readonly Text Join = new("Cùng thực hiện với dự án này", "We do it together with them");
    public static readonly Text Differs = new("Dự án của chúng tôi khác, vì…", "Ours differs, because…");
    public static readonly Text Unrelated = new("Không liên quan, chỉ trùng từ", "Unrelated, only words in common");
    public static readonly Text Why = new("Vì sao, hoặc dùng lại, cùng làm phần nào", "Why, or what is reused or done together");
    public static readonly Text Source = new("{0}, {1}; {2}", "{0}, {1}; {2}");
    public static readonly Text CeilingOf = new("mức phê duyệt {0}", "ceiling {0}");
    public static readonly Text SystemsOf = new("Hệ thống: {0}", "Systems: {0}");

    public static Text Of(Domain.Projects.FundingKind kind) => kind switch
    {
        Domain.Projects.FundingKind.State => new("Ngân sách nhà nước", "State budget"),
        Domain.Projects.FundingKind.NonState => new("Ngoài ngân sách nhà nước", "Other than state budget"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
