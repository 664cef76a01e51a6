using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;

namespace RegionLink.Server.Samples;

/// <summary>A province as the samples play it. All money is made up.</summary>
/// <param name="Total">Total budget expenditure of 2026, whole VND.</param>
/// <param name="TotalStage">Stage of that total; one province has only a submitted one, so that its share is not computable.</param>
/// <param name="DxPerMille">Thousandths of the total that its DX lines add up to: 10 is the region's 1 % target.</param>
/// <param name="Proposed">Day the projects were proposed; everything else follows from it.</param>
/// <param name="Regime">Decree in force on that day and on the day of approval.</param>
internal sealed record SampleProvince(
    UnitKey Unit,
    string Short,
    DateOnly ExistsFrom,
    Money Total,
    BudgetStage TotalStage,
    decimal DxPerMille,
    DateOnly Proposed,
    LegalRegime Regime)
{
    private const long Billion = 1_000_000_000;

    /// <summary>The fiscal year all samples are about.</summary>
    public const int Year = 2026;

    /// <summary>Shows its projects and budget lines to everybody; the others share them inside the region, as is usual.</summary>
    public bool Open => Unit.Code == "79";

    /// <summary>Total of the DX lines, whole million VND.</summary>
    public Money Dx => new((long)(Total.Vnd * DxPerMille / 1000) / 1_000_000 * 1_000_000);

    public Actor Reporter => new(ActorKind.Platform, $"sample-{Unit.Code}-reporter");

    public Actor Approver => new(ActorKind.Platform, $"sample-{Unit.Code}-approver");

    public static IReadOnlyList<SampleProvince> All { get; } =
    [
        new(UnitKey.Parse("79@2025-07-01"), "TP.HCM", new(2025, 7, 1), new(180_000 * Billion), BudgetStage.Decided, 10.8m, new(2025, 9, 15), LegalRegime.Decree73Of2019),
        new(UnitKey.Parse("75@2026-04-30"), "Đồng Nai", new(2026, 4, 30), new(62_000 * Billion), BudgetStage.Decided, 8.3m, new(2026, 5, 8), LegalRegime.Decree45Of2026),
        new(UnitKey.Parse("80@2025-07-01"), "Tây Ninh", new(2025, 7, 1), new(48_000 * Billion), BudgetStage.Submitted, 6.1m, new(2025, 9, 22), LegalRegime.Decree73Of2019),
    ];
}
