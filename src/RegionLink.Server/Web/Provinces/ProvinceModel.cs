using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Domain.Units;
using RegionLink.Runtime.Budgets;
using RegionLink.Runtime.Metrics;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Scoreboard;
using RegionLink.Server.Gateway;
using RegionLink.Server.Web.Lists;
using RegionLink.Server.Web.Region;

namespace RegionLink.Server.Web.Provinces;

/// <summary>Everything the page of a province shows.</summary>
/// <param name="Choice">Year and stage asked for, on borders the unit had.</param>
/// <param name="Facts">Its row in the list of units.</param>
/// <param name="Figures">What is known of its size: the latest area, population and GRDP, in this order.</param>
/// <param name="Shares">The budget share at each stage.</param>
/// <param name="Systems">Those the reader may know of.</param>
/// <param name="Bindings">Metrics a system is the source of record for.</param>
/// <param name="Categories">Null when the reader may not see its budget lines.</param>
public sealed record ProvinceModel(
    RegionChoice Choice,
    Unit Unit,
    Reference Reference,
    ListRow Facts,
    IReadOnlyList<HeldObservation> Figures,
    int Communes,
    IReadOnlyDictionary<BudgetStage, BudgetShare> Shares,
    IReadOnlyList<CategorySum>? Categories,
    Board Board,
    ListPage Delayed,
    ListPage Reports,
    IReadOnlyList<(ConnectedSystem System, SystemState State)> Systems,
    ListPage Bindings)
{
    public bool Illustrative =>
        Shares.Values.OfType<BudgetShare.Computed>().Any(s => s.Illustrative) || Categories?.Any(c => c.Illustrative) == true
        || Systems.Any(s => s.System.Illustrative) || Figures.Any(f => f.Illustrative) || Delayed.Rows.Concat(Reports.Rows).Any(r => r.Is("illustrative"));

    /// <summary>The targets that are about this unit.</summary>
    public Board Own => Board with { Cells = [.. Board.Cells.Where(c => c.Unit == Unit.Key)], Targets = [.. Board.Targets.Where(t => Board.Cells.Any(c => c.Unit == Unit.Key && c.Target == t.Id))] };

    /// <summary>All steps from the oldest predecessor to the latest successor, in order of time; each with all that went into the same unit.</summary>
    public IReadOnlyList<UnitLink> Steps { get; } = StepsOf(Unit, Reference.Lineage);

    private static List<UnitLink> StepsOf(Unit unit, Lineage lineage)
    {
        var steps = new HashSet<UnitLink>();
        Walk(unit.Key, lineage.LinksTo, l => l.From);
        Walk(unit.Key, lineage.LinksFrom, l => l.To);
        steps.UnionWith(steps.Select(l => l.To).ToHashSet().SelectMany(lineage.LinksTo));
        return [.. steps.OrderBy(l => l.To.ValidFrom).ThenBy(l => l.From)];

        void Walk(UnitKey at, Func<UnitKey, IEnumerable<UnitLink>> links, Func<UnitLink, UnitKey> end)
        {
            foreach (var link in links(at).Where(steps.Add))
            {
                Walk(end(link), links, end);
            }
        }
    }
}
