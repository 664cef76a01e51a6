using RegionLink.Domain.Common;
using RegionLink.Domain.Targets;
using RegionLink.Domain.Units;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Scoreboard;
using RegionLink.Server.Web.Lists;
using RegionLink.Server.Web.Maps;

namespace RegionLink.Server.Web.Region;

/// <summary>Everything the region's page shows.</summary>
/// <param name="Shapes">Outlines on the boundary date.</param>
/// <param name="Trend">The share year by year, each year on the borders at its end.</param>
/// <param name="Delayed">The longest overdue projects the reader may see.</param>
public sealed record RegionModel(
    RegionChoice Choice, Board Board, Reference Reference, IReadOnlyList<Shape> Shapes, ShareTrend Trend, ListPage Delayed)
{
    /// <summary>The metric the region steers by first.</summary>
    public const string Share = "dx_budget_share";

    /// <summary>How the provinces stand to the share, the region last; empty when no such target is on the board.</summary>
    public IReadOnlyList<BoardCell> Shares { get; } = SharesOf(Board);

    public bool Illustrative => Board.Cells.Any(c => c.Illustrative) || Trend.Illustrative || Delayed.Rows.Any(r => r.Is("illustrative"));

    public Unit Unit(UnitKey key) => Reference.Lineage.Find(key)!;

    /// <summary>The share's cell of the unit that had a shape's territory on the boundary date.</summary>
    public BoardCell? ShareOf(Shape shape) => Shares.FirstOrDefault(c => Reference.Lineage.SameTerritory(c.Unit).Contains(shape.Key));

    internal static IReadOnlyList<BoardCell> SharesOf(Board board) =>
        board.Targets.FirstOrDefault(t => t.Target.Metric == Share && t.Target.Scope.Kind is ScopeKind.EachProvince) is { } target
            ? [.. board.Cells.Where(c => c.Target == target.Id)]
            : [];
}

/// <summary>The share of units over years.</summary>
public sealed record ShareTrend(IReadOnlyList<int> Years, IReadOnlyList<ShareSeries> Series)
{
    public bool Illustrative => Series.SelectMany(s => s.Cells.Values).Any(c => c.Published is { Illustrative: true } || c.Computed is { Illustrative: true });

    /// <param name="boards">One per year.</param>
    public static ShareTrend Of(IReadOnlyList<Board> boards)
    {
        var series = boards
            .SelectMany(b => RegionModel.SharesOf(b).Select(c => (b.Question.Year, Cell: c, Unit: b.Units.First(u => u.Key == c.Unit))))
            .Where(x => x.Cell.Basis is not null)
            .GroupBy(x => x.Unit)
            .Select(g => new ShareSeries(g.Key, g.ToDictionary(x => x.Year, x => x.Cell)))
            .OrderBy(s => s.Unit.Key)
            .ToList();
        return new([.. boards.Select(b => b.Question.Year)], series);
    }
}

/// <param name="Cells">By year; only years with a value.</param>
public sealed record ShareSeries(Unit Unit, IReadOnlyDictionary<int, BoardCell> Cells);
