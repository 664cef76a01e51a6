namespace RegionLink.Server.Web.Glossary;

/// <summary>The words of the platform, each explained.</summary>
internal static class GlossaryTexts
{
    public static readonly Text Title = new("Thuật ngữ", "Glossary");
    public static readonly Text Help = new(
        "Những từ dùng trên các trang này, giải thích ngắn gọn. Mỗi con số luôn đi kèm nguồn gốc và cách tính của nó.",
        "The words used on these pages, shortly explained. Every number comes with its origin and how it was computed.");

    /// <summary>Word and meaning; the anchor is its place in the address.</summary>
    public static readonly IReadOnlyList<(string Anchor, Text Word, Text Meaning)> Words =
    [
        ("unit", new("Đơn vị hành chính", "Unit"), new(
            "Tỉnh, thành phố, xã, phường, đặc khu tại một thời điểm. Chỉ mã thôi chưa đủ: mã 80 là Long An đến 30/6/2025 và là Tây Ninh từ 01/7/2025.",
            "A province or commune at a time. A code alone is not enough: 80 is Long An until 30 June 2025 and Tây Ninh from 1 July 2025.")),
        ("boundary", new("Địa giới tại ngày", "Boundary date"), new(
            "Ngày mà ranh giới các đơn vị được áp dụng: số liệu trước và sau sắp xếp ngày 01/7/2025 chỉ so sánh được khi cùng một địa giới.",
            "The day whose borders are used: figures from before and after the merger of 1 July 2025 compare only within the same borders.")),
        ("lineage", new("Quá trình sắp xếp", "Lineage"), new(
            "Đơn vị nào đã thành đơn vị nào, khi nào, theo văn bản nào.", "Which units became which, when, and by which act.")),
        ("metric", new("Chỉ tiêu, số liệu", "Metric, observation"), new(
            "Điều được đo lường, và giá trị của nó cho một đơn vị trong một kỳ.", "What is measured, and its value for a unit and a period.")),
        ("measure-kind", new("Cách gộp", "How figures combine"), new(
            "Tổng thì cộng; tỷ lệ thì tính lại từ tử số và mẫu số; thứ hạng thì không gộp được.",
            "Sums are added; ratios are recomputed from their parts; ranks never combine.")),
        ("share", new("Tỷ lệ chi ngân sách cho chuyển đổi số", "DX share of the budget"), new(
            "Chi cho chuyển đổi số từ ngân sách nhà nước chia cho tổng chi ngân sách địa phương của cùng giai đoạn và cùng biểu mẫu. So với 1% một cách chính xác: 0,9999% chưa phải là 1%.",
            "State-funded DX lines divided by total local budget expenditure of the same stage and form. Compared with 1% exactly: 0.9999% is not 1%.")),
        ("stage", new("Giai đoạn ngân sách", "Budget stage"), new(
            "Dự toán trình, dự toán được quyết định, thực hiện (giải ngân), quyết toán. Không bao giờ cộng lẫn các giai đoạn.",
            "Submitted, decided, executed (disbursed), settled. Stages are never mixed in a sum.")),
        ("target", new("Mục tiêu, đánh giá", "Target, verdict"), new(
            "Điều phải đạt, đến khi nào, theo văn bản nào; và kết quả đối chiếu: đạt, đúng tiến độ, có nguy cơ, không đạt, hoặc chưa tính được kèm lý do.",
            "What must be reached, by when, by which act; and how it stands: met, on track, at risk, missed, or not computable with the reason.")),
        ("published", new("Công bố và tính toán", "Published and computed"), new(
            "Giá trị do nguồn công bố và giá trị RegionLink tính từ các dòng ngân sách được đặt cạnh nhau, không thay thế nhau.",
            "What a source published and what RegionLink computes from budget lines stand side by side; neither replaces the other.")),
        ("origin", new("Nguồn gốc số liệu", "Origin"), new(
            "Tính toán, kết nối (từ hệ thống), nhập tệp (tệp, trang tính, ô) hoặc nhập tay; luôn được lưu và luôn được hiện.",
            "Computed, connected (from a system), imported (file, sheet, cell) or entered; always kept and always shown.")),
        ("revision", new("Lần sửa", "Revision"), new(
            "Số liệu không bị ghi đè: mỗi lần sửa giữ lại giá trị cũ, để hỏi được ngày nào đã biết điều gì.",
            "Nothing is overwritten: every revision keeps the old value, so that one can ask what was known on which day.")),
        ("late", new("Trễ hạn, chậm tiến độ", "Late, slow"), new(
            "Trễ hạn: một bước bắt buộc đã quá hạn. Chậm tiến độ: khối lượng chậm hơn kế hoạch trên 10 điểm phần trăm, hoặc giải ngân dưới 90% kế hoạch.",
            "Late: a required step is overdue. Slow: work more than 10 points behind plan, or less than 90% of the planned disbursement.")),
        ("licence", new("Điều kiện sử dụng số liệu", "Conditions of use"), new(
            "Số liệu nhà nước công bố là dữ kiện: được dùng tự do, cần trích dẫn nguồn ghi ở từng số liệu. Ranh giới hành chính theo giấy phép MIT của nguồn, chỉ để tham khảo. Dữ liệu minh họa không được dùng như số thật.",
            "What the State publishes are facts: free to use, cite the source each figure names. Boundaries are under the MIT licence of their source, for reference only. Illustrative data must not be used as real.")),
        ("illustrative", new("Dữ liệu minh họa", "Illustrative data"), new(
            "Dữ liệu mẫu tự đặt ra để dùng thử. Luôn mang dấu “minh họa” và không bao giờ vào số liệu công bố.",
            "Made-up sample data for trying things out. Always carries its mark and never enters a published figure.")),
    ];
}
