using RegionLink.Domain.Common;
using RegionLink.Domain.Units;

namespace RegionLink.Server.Units;

/// <summary>The history of one unit as the API tells it.</summary>
/// <param name="Unit">The unit asked about.</param>
/// <param name="On">The day its territory was followed to.</param>
/// <param name="Became">Units that hold its territory on the day; itself while it holds; empty when the day lies before it began.</param>
/// <param name="CameFrom">Units it was made of, on the day when that lies before it began, else as far back as is known; empty when it is as old as the records.</param>
/// <param name="SameTerritory">All versions with exactly its borders, oldest first, itself among them.</param>
public sealed record LineageAnswer(
    UnitKey Unit, DateOnly On, IReadOnlyList<DescentAnswer> Became, IReadOnlyList<DescentAnswer> CameFrom, IReadOnlyList<UnitKey> SameTerritory)
{
    internal static LineageAnswer Of(Lineage lineage, UnitKey unit, DateOnly on)
    {
        var before = on < lineage.Find(unit)!.Start;
        return new(
            unit,
            on,
            before ? [] : [.. lineage.BecameBy(unit, on).Select(DescentAnswer.Of)],
            [.. lineage.CameFrom(unit, before ? on : DateOnly.MinValue).Where(d => d.Unit.Key != unit).Select(DescentAnswer.Of)],
            lineage.SameTerritory(unit));
    }
}

/// <summary>A unit reached by following the history.</summary>
/// <param name="Whole">False when a split lies on the way: a figure of the one cannot be carried over to the other.</param>
/// <param name="Steps">How it came about, oldest first.</param>
public sealed record DescentAnswer(UnitKey Unit, string FullName, string NameEn, bool Whole, IReadOnlyList<StepAnswer> Steps)
{
    internal static DescentAnswer Of(Descent descent) => new(
        descent.Unit.Key, descent.Unit.FullNameVi, descent.Unit.NameEn, descent.Whole,
        [.. descent.Steps.Select(s => new StepAnswer(s.From, s.To, s.To.ValidFrom, s.Whole, s.Acts))]);
}

/// <summary>One unit became, or became part of, another.</summary>
/// <param name="Acts">Acts that ordered it, with their article where known.</param>
public sealed record StepAnswer(UnitKey From, UnitKey To, DateOnly? On, bool Whole, IReadOnlyList<string> Acts);
