namespace RegionLink.Domain.Budgets;

/// <summary>A floor that a law sets for spending, and where it says so.</summary>
/// <param name="Percent">Of the total expenditure of a year, at least.</param>
/// <param name="Act">Number of the act.</param>
/// <param name="InForceFrom">First day it binds.</param>
/// <param name="NoteVi">What a reader must know before comparing one province with it.</param>
public sealed record StatutoryFloor(decimal Percent, string Act, string Article, DateOnly InForceFrom, string NoteVi, string NoteEn)
{
    /// <summary>For science, technology, innovation and digital transformation together; the 1 % for digital transformation is taken out of it.</summary>
    public static readonly StatutoryFloor ThreePercent = new(
        3,
        "148/2025/QH15",
        "20.1",
        new(2026, 7, 1),
        "Mức sàn của cả ngân sách nhà nước cho khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số; 1% cho chuyển đổi số nằm trong 3% này. Việc phân chia giữa "
        + "ngân sách trung ương và địa phương do Chính phủ quy định (Điều 21.2), nên đây chưa phải là mức bắt buộc của riêng một tỉnh.",
        "A floor of the whole state budget for science, technology, innovation and digital transformation; the 1% for digital transformation is taken out of it. How it is "
        + "split between central and local budgets is left to the Government (article 21.2), so it does not bind one province by itself.");

    /// <summary>Whether it bound on the last day of a fiscal year.</summary>
    public bool BindsIn(int year) => new DateOnly(Math.Clamp(year, 1, 9999), 12, 31) >= InForceFrom;
}
