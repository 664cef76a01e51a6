using System.Text.Json;
using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;

namespace RegionLink.Benchmarks;

/// <summary>A project like any other; generated, never shown to anybody.</summary>
internal static class ProjectBody
{
    public static ProjectProfile Profile(string name) => new(
        $"Trục liên thông dữ liệu {name}",
        "Sở Khoa học và Công nghệ",
        Pillar.Government,
        ActivityCategory.A02,
        SpendingForm.InvestmentProject,
        LegalRegime.Decree224Of2026,
        [new FundingSource(FundingKind.State, "Vốn đầu tư công", new Money(45_000_000_000))]);

    /// <summary>The JSON of a proposal, on one line and without apostrophes.</summary>
    public static string For(string number) => JsonSerializer.Serialize(new
    {
        unit = BenchServer.Unit.ToString(),
        number,
        name = "Truc lien thong du lieu",
        ownerAgency = "So Khoa hoc va Cong nghe",
        pillar = "government",
        category = "A02",
        form = "investmentProject",
        regime = "224/2026",
        funding = new[] { new { kind = "state", name = "Von dau tu cong", amount = 45_000_000_000 } },
        proposedOn = "2026-07-02",
        illustrative = true,
    });
}
