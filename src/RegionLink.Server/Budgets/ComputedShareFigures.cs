using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Budgets;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Server.Budgets;

/// <summary>
/// The DX budget share and expenditure of a fiscal year, for whoever would otherwise type them. Takes the latest stage that can be computed:
/// settled, else executed, else decided; the source says which. Real data first; made-up data only where there is no real.
/// </summary>
public sealed class ComputedShareFigures(BudgetParts parts, ReferenceCache reference) : IComputedFigures
{
    private const string Share = "dx_budget_share";
    private const string Expenditure = "dx_budget_expenditure";

    /// <summary>Decimal places of the share in percent; cut, so that 0.9999999 does not become 1.</summary>
    private const int Digits = 6;

    private static readonly BudgetStage[] Latest = [BudgetStage.Settled, BudgetStage.Executed, BudgetStage.Decided];

    public async Task<IReadOnlyList<ComputedFigure>> ForAsync(
        UnitKey unit, FigurePeriod about, IReadOnlyCollection<string> metrics, CancellationToken ct)
    {
        var year = about.Start.Year;
        if (about != FigurePeriod.Year(year) || !(metrics.Contains(Share) || metrics.Contains(Expenditure)))
        {
            return [];
        }

        var lineage = (await reference.GetAsync(ct)).Lineage;
        var byStage = new List<(BudgetStage Stage, IReadOnlyList<BudgetPart> Parts)>();
        foreach (var stage in Latest)
        {
            byStage.Add((stage, await parts.ReadAsync([unit], year, stage, lineage, ct)));
        }

        foreach (var realOnly in new[] { true, false })
        {
            foreach (var (stage, found) in byStage)
            {
                if (ShareComputation.Of(found, realOnly: realOnly) is BudgetShare.Computed share)
                {
                    return [.. Figures(share, year, stage).Where(f => metrics.Contains(f.Metric))];
                }
            }
        }

        return [];
    }

    private static IEnumerable<ComputedFigure> Figures(BudgetShare.Computed share, int year, BudgetStage stage)
    {
        var source = FormattableString.Invariant($"budget lines and total {share.Form} of {year}, {stage switch
        {
            BudgetStage.Settled => "settled",
            BudgetStage.Executed => "executed",
            _ => "decided",
        }}");
        yield return new(Share, share.ShownPercent(Digits), "percent", source, share.Illustrative);
        yield return new(Expenditure, (decimal)share.Lines.Dx, "vnd", source, share.Illustrative);
    }
}
