using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;

namespace RegionLink.Server.Budgets;

/// <summary>A budget share with the parts it is made of.</summary>
/// <param name="Units">The units it is computed over.</param>
/// <param name="Computable">False when a part is missing; <paramref name="Obstacles"/> says which.</param>
/// <param name="Form">Form of the total; null when not computable.</param>
/// <param name="NumeratorVnd">State-funded DX leaf lines; null when not computable.</param>
/// <param name="DenominatorVnd">Total local budget expenditure of the same stage and form; null when not computable.</param>
/// <param name="Percent">For showing: cut after four digits, never rounded up to a floor.</param>
/// <param name="FloorPercent">The floor asked about.</param>
/// <param name="Reached">Whether the floor is reached, compared exactly.</param>
/// <param name="GapVnd">Smallest sum that would reach the floor; 0 when it is reached.</param>
/// <param name="GapPoints">Percentage points below the floor, rounded to the nearest millionth; 0 when it is reached.</param>
/// <param name="NonStateDxVnd">DX money from outside the budget; not part of the share.</param>
/// <param name="UnclassifiedVnd">State money of lines nobody has classified yet; would raise the share if it were DX.</param>
/// <param name="Origin">Always <c>computed</c>.</param>
/// <param name="Illustrative">Something in it is sample data.</param>
public sealed record BudgetShareBody(
    IReadOnlyList<UnitKey> Units,
    int Year,
    BudgetStage Stage,
    bool Computable,
    string? Form,
    decimal? NumeratorVnd,
    decimal? DenominatorVnd,
    decimal? Percent,
    decimal FloorPercent,
    bool? Reached,
    decimal? GapVnd,
    decimal? GapPoints,
    decimal? NonStateDxVnd,
    decimal? UnclassifiedVnd,
    long? Lines,
    IReadOnlyList<ObstacleBody> Obstacles,
    Origin Origin,
    bool Illustrative)
{
    private const int ShownDigits = 4;
    private const int GapDigits = 6;

    internal static BudgetShareBody Of(IReadOnlyList<BudgetPart> parts, BudgetShareQuery query)
    {
        UnitKey[] units = [.. parts.Select(p => p.Unit)];
        var (year, stage, floor) = (query.Year, query.Stage, query.FloorPercent);
        return ShareComputation.Of(parts, query.Form, query.RealOnly) switch
        {
            BudgetShare.Computed s => new(
                units, year, stage, Computable: true, s.Form,
                (decimal)s.Lines.Dx, (decimal)s.Total, s.ShownPercent(ShownDigits), floor, s.Reaches(floor),
                (decimal)s.MissingVnd(floor), s.MissingPoints(floor).Rounded(GapDigits),
                (decimal)s.Lines.NonStateDx, (decimal)s.Lines.Unclassified, s.Lines.Lines, [], Origin.Computed, s.Illustrative),
            BudgetShare.NotComputable no => new(
                units, year, stage, Computable: false, null, null, null, null, floor, null, null, null, null, null, null,
                [.. no.Obstacles.Select(ObstacleBody.Of)], Origin.Computed, Illustrative: false),
            _ => throw new NotSupportedException("A share is computed or not computable."),
        };
    }
}

/// <summary>Why a share is not computable.</summary>
/// <param name="Unit">The unit whose figures are the obstacle.</param>
public sealed record ObstacleBody(UnitKey Unit, string Code, string Vi, string En)
{
    internal static ObstacleBody Of(ShareObstacle obstacle) => new(obstacle.Unit, obstacle.Reason.Code, obstacle.Reason.Vi, obstacle.Reason.En);
}

/// <summary>A share, and that of every unit it is computed over.</summary>
/// <param name="Unit">The unit asked about.</param>
/// <param name="Boundary">Day whose boundaries were asked for; null for the unit as it is named.</param>
/// <param name="SameTerritory">False when the units of that day hold more or less territory than the unit asked about.</param>
public sealed record BudgetShareAnswer(UnitKey Unit, DateOnly? Boundary, bool SameTerritory, BudgetShareBody Share, IReadOnlyList<BudgetShareBody> PerUnit);
