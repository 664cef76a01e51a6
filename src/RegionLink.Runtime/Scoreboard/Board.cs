using RegionLink.Domain.Common;
using RegionLink.Domain.Targets;
using RegionLink.Domain.Units;

namespace RegionLink.Runtime.Scoreboard;

/// <summary>What a scoreboard is asked for.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Stage">Stage of budget amounts; stages are never mixed.</param>
/// <param name="Boundary">The units in force on this day are the rows.</param>
/// <param name="Region">Code of the region.</param>
/// <param name="Everything">With what units keep to themselves; only for the ministry and those who supervise.</param>
public sealed record BoardQuestion(int Year, BudgetStage Stage, DateOnly Boundary, string Region, bool Everything)
{
    public FigurePeriod Period => FigurePeriod.Year(Year);
}

/// <summary>Units × targets.</summary>
/// <param name="Today">Day of judgement, in Vietnam.</param>
/// <param name="Units">The nation, the region, its provinces: those that have a cell.</param>
/// <param name="Targets">Those that judge the year, and those that did not yet but have a value to show.</param>
public sealed record Board(
    BoardQuestion Question, DateOnly Today, IReadOnlyList<Unit> Units, IReadOnlyList<BoardTarget> Targets, IReadOnlyList<BoardCell> Cells);

/// <summary>A target as it stands for the year, without what provinces raised.</summary>
public sealed record BoardTarget(string Id, Target Target, BindingGoal Goal, bool InForce);

/// <summary>How one unit stands to one target.</summary>
/// <param name="Goal">What binds the unit, its own raise included.</param>
/// <param name="Basis">Which of the two values the verdict is about; null without any.</param>
/// <param name="Verdict">The verdict on the basis.</param>
/// <param name="Reasons">Why there is no value or no verdict; every reason.</param>
/// <param name="Published">What was published or reported as such; never replaced by a computed value and never replacing one.</param>
/// <param name="Computed">What the platform computes from parts it holds.</param>
public sealed record BoardCell(
    string Target,
    UnitKey Unit,
    BindingGoal Goal,
    BoardBasis? Basis,
    Verdict Verdict,
    IReadOnlyList<Refusal> Reasons,
    PublishedValue? Published,
    ComputedValue? Computed)
{
    /// <summary>The value the verdict is about; null when there is none.</summary>
    public decimal? ShownValue => Basis is BoardBasis.Published ? Published!.Value : Computed?.Value;

    public bool Illustrative => Basis is BoardBasis.Published ? Published!.Illustrative : Computed is { Illustrative: true };
}

/// <summary>Sorts of values a verdict can be about.</summary>
public enum BoardBasis
{
    /// <summary>The value of a source, as published, reported or entered.</summary>
    Published,

    /// <summary>Recomputed from its parts.</summary>
    Computed,
}

/// <summary>A value held for the unit.</summary>
/// <param name="HeldFor">The unit version it was given for, when that is another version of the same territory.</param>
/// <param name="Source">Title of the source.</param>
public sealed record PublishedValue(
    decimal Value,
    FigurePeriod Period,
    UnitKey HeldFor,
    string Standing,
    string Origin,
    string Source,
    string? SourceUrl,
    string? Note,
    int Revision,
    long Observation,
    bool Illustrative,
    Verdict Verdict);

/// <summary>A value computed here, with what it was computed from.</summary>
/// <param name="Value">For showing: cut, not rounded, after twelve places.</param>
/// <param name="Budget">The money behind a budget share; null for every other metric.</param>
/// <param name="Parts">The figures a value was computed from, when they are observations.</param>
public sealed record ComputedValue(decimal Value, BudgetBehind? Budget, IReadOnlyList<PartValue> Parts, bool Illustrative, bool Provisional, Verdict Verdict);

/// <summary>The money behind a budget share, whole đồng.</summary>
/// <param name="Form">Form the total was read from.</param>
/// <param name="DxVnd">State money for digital transformation: the numerator.</param>
/// <param name="TotalVnd">Total local budget expenditure of the same stage and form: the denominator.</param>
/// <param name="NonStateDxVnd">Money from outside the budget; shown, never counted.</param>
/// <param name="UnclassifiedVnd">State money nobody has classified yet.</param>
/// <param name="Lines">Budget lines that count.</param>
public sealed record BudgetBehind(string Form, Int128 DxVnd, Int128 TotalVnd, Int128 NonStateDxVnd, Int128 UnclassifiedVnd, long Lines);

/// <summary>One figure a value was computed from.</summary>
/// <param name="Period">The days it is about: the year, or a part of it.</param>
public sealed record PartValue(string Metric, UnitKey Unit, FigurePeriod Period, decimal Value, string UnitOfMeasure);
