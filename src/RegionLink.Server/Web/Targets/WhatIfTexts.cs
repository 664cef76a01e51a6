namespace RegionLink.Server.Web.Targets;

/// <summary>Texts of the what-if table.</summary>
internal static class WhatIfTexts
{
    public static readonly Text Help = new(
        "Mỗi tỉnh còn thiếu bao nhiêu để đạt 1%, và tỷ lệ sẽ là bao nhiêu nếu bố trí thêm. Chỉ là phép thử, không lưu gì.",
        "What each province lacks to reach 1%, and what the share would be with more money. Only a trial; nothing is stored.");
    public static readonly Text Assumption = new(
        "Tổng chi ngân sách giữ nguyên: số tiền thêm được chuyển từ khoản chi khác sang chuyển đổi số, vốn nhà nước.",
        "The total of the budget stays as it is: the money is moved to digital transformation from other state spending.");
    public static readonly Text Total = new("Tổng chi (tỷ đồng)", "Total (billion VND)");
    public static readonly Text Dx = new("Đang chi cho CĐS (tỷ đồng)", "DX now (billion VND)");
    public static readonly Text Now = new("Tỷ lệ", "Share");
    public static readonly Text Missing = new("Còn thiếu để đạt 1%", "Missing to 1%");
    public static readonly Text Add = new("Nếu thêm (tỷ đồng)", "If added (billion VND)");
    public static readonly Text AddFor = new("Nếu thêm (tỷ đồng): {0}", "If added (billion VND): {0}");
    public static readonly Text Then = new("Tỷ lệ sẽ là", "The share becomes");
    public static readonly Text Reached = new("đạt 1%", "reaches 1%");
    public static readonly Text NotReached = new("chưa đạt 1%", "does not reach 1%");
    public static readonly Text None = new("đã đạt", "reached");
    public static readonly Text Region = new("Các đơn vị tính được, cộng lại", "The units that can be computed, together");
    public static readonly Text RegionNote = new("Tổng ÷ tổng, không phải trung bình các tỷ lệ.", "Sum ÷ sum, not the mean of the shares.");
    public static readonly Text Compute = new("Tính", "Compute");
    public static readonly Text Empty = new("Chưa đơn vị nào tính được tỷ lệ cho năm và giai đoạn này", "No unit's share can be computed for this year and stage");
}
