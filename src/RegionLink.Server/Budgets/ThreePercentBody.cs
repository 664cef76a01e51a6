using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;

namespace RegionLink.Server.Budgets;

/// <summary>How units stand to the 3 % for science, technology, innovation and digital transformation, with the parts.</summary>
/// <param name="Units">The units it is computed over.</param>
/// <param name="Computable">False when a part is missing; <paramref name="Obstacles"/> says which.</param>
/// <param name="Form">Form of the total; null when not computable.</param>
/// <param name="DxVnd">State-funded DX leaf lines; null when not computable, like every amount below.</param>
/// <param name="ScienceVnd">State money of other leaf lines that the province counts towards the 3 %.</param>
/// <param name="NumeratorVnd">The two together.</param>
/// <param name="DenominatorVnd">Total local budget expenditure of the same stage and form.</param>
/// <param name="Percent">For showing: cut after four digits, never rounded up to the floor.</param>
/// <param name="Verdict"><c>met</c> or <c>missed</c>, compared exactly, or <c>notComputable</c>.</param>
/// <param name="GapVnd">Smallest sum that would reach the floor; 0 when it is reached.</param>
/// <param name="GapPoints">Percentage points below the floor, rounded to the nearest millionth; 0 when it is reached.</param>
/// <param name="UnclassifiedVnd">State money of lines nobody has classified yet; what of it is not counted towards the 3 % would raise the share if it were DX.</param>
/// <param name="Origin">Always <c>computed</c>.</param>
/// <param name="Illustrative">Something in it is sample data.</param>
public sealed record ThreePercentBody(
    IReadOnlyList<UnitKey> Units,
    int Year,
    BudgetStage Stage,
    bool Computable,
    string? Form,
    decimal? DxVnd,
    decimal? ScienceVnd,
    decimal? NumeratorVnd,
    decimal? DenominatorVnd,
    decimal? Percent,
    decimal FloorPercent,
    string Verdict,
    decimal? GapVnd,
    decimal? GapPoints,
    decimal? UnclassifiedVnd,
    long? Lines,
    IReadOnlyList<ObstacleBody> Obstacles,
    Origin Origin,
    bool Illustrative)
{
    private const int ShownDigits = 4;
    private const int GapDigits = 6;

    internal static ThreePercentBody Of(IReadOnlyList<BudgetPart> parts, BudgetShareQuery query)
    {
        UnitKey[] units = [.. parts.Select(p => p.Unit)];
        var floor = StatutoryFloor.ThreePercent.Percent;
        return ShareComputation.Of(parts, query.Form, query.RealOnly) switch
        {
            BudgetShare.Computed { ThreePercent: var of, Lines: var lines } s => new(
                units, query.Year, query.Stage, Computable: true, s.Form,
                (decimal)lines.Dx, (decimal)lines.Science, (decimal)of.Part, (decimal)of.Total, of.ShownPercent(ShownDigits), floor,
                of.Reaches(floor) ? "met" : "missed", (decimal)of.MissingVnd(floor), of.MissingPoints(floor).Rounded(GapDigits),
                (decimal)lines.Unclassified, lines.Lines, [], Origin.Computed, s.Illustrative),
            BudgetShare.NotComputable no => new(
                units, query.Year, query.Stage, Computable: false, null, null, null, null, null, null, floor, "notComputable", null, null, null, null,
                [.. no.Obstacles.Select(ObstacleBody.Of)], Origin.Computed, Illustrative: false),
            _ => throw new NotSupportedException("A share is computed or not computable."),
        };
    }
}

/// <summary>The law behind a floor.</summary>
/// <param name="Percent">The floor.</param>
/// <param name="Act">Number of the act.</param>
/// <param name="InForceFrom">First day it binds.</param>
/// <param name="BindsInYear">False for years before it: then the comparison is for orientation.</param>
/// <param name="NoteVi">What a reader must know before comparing one province with it.</param>
public sealed record LegalFloorBody(decimal Percent, string Act, string Article, DateOnly InForceFrom, bool BindsInYear, string NoteVi, string NoteEn)
{
    internal static LegalFloorBody Of(StatutoryFloor floor, int year) =>
        new(floor.Percent, floor.Act, floor.Article, floor.InForceFrom, floor.BindsIn(year), floor.NoteVi, floor.NoteEn);
}

/// <summary>How a unit stands to the 3 %, and every unit it is computed over.</summary>
/// <param name="Unit">The unit asked about.</param>
/// <param name="Boundary">Day whose boundaries were asked for; null for the unit as it is named.</param>
/// <param name="SameTerritory">False when the units of that day hold more or less territory than the unit asked about.</param>
/// <param name="LegalSource">The law that sets the floor.</param>
public sealed record ThreePercentAnswer(
    UnitKey Unit, DateOnly? Boundary, bool SameTerritory, LegalFloorBody LegalSource, ThreePercentBody Floor, IReadOnlyList<ThreePercentBody> PerUnit);
