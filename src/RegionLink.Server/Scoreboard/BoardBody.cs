using System.Text.Json.Serialization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Targets;
using RegionLink.Domain.Units;
using RegionLink.Runtime.Scoreboard;
using RegionLink.Server.Targets;

namespace RegionLink.Server.Scoreboard;

/// <summary>Units × targets for a year, with the verdict on every pair that a target is about.</summary>
/// <param name="Stage">Stage of budget amounts.</param>
/// <param name="Boundary">The rows are the units in force on this day.</param>
/// <param name="JudgedOn">Day of judgement, in Vietnam.</param>
public sealed record BoardBody(
    int Year,
    BudgetStage Stage,
    DateOnly Boundary,
    string Region,
    DateOnly JudgedOn,
    IReadOnlyList<BoardUnitBody> Units,
    IReadOnlyList<BoardTargetBody> Targets,
    IReadOnlyList<BoardCellBody> Cells)
{
    public static BoardBody Of(Board board) => new(
        board.Question.Year,
        board.Question.Stage,
        board.Question.Boundary,
        board.Question.Region,
        board.Today,
        [.. board.Units.Select(u => new BoardUnitBody(u.Key, u.FullNameVi, u.NameEn, u.Level))],
        [.. board.Targets.Select(BoardTargetBody.Of)],
        [.. board.Cells.Select(BoardCellBody.Of)]);
}

public sealed record BoardUnitBody(UnitKey Unit, string Name, string NameEn, UnitLevel Level);

/// <param name="Version">Version that judges the year.</param>
/// <param name="InForce">False: the target does not judge this year; its values are shown without a verdict.</param>
/// <param name="Proposed">Policy the region set itself, not law.</param>
public sealed record BoardTargetBody(
    string Target,
    string Metric,
    string UnitOfMeasure,
    int Version,
    GoalBody Goal,
    ScopeKind Scope,
    bool InForce,
    bool Proposed,
    string LegalSource,
    bool Illustrative)
{
    public static BoardTargetBody Of(BoardTarget target)
    {
        var terms = target.Target.Versions[target.Goal.Version - 1].Terms;
        return new(
            target.Id, target.Target.Metric!, target.Target.UnitOfMeasure, target.Goal.Version, GoalBody.Of(terms.Goal), target.Target.Scope.Kind,
            target.InForce, terms.Proposed, terms.LegalSource, target.Target.Illustrative);
    }
}

/// <summary>How one unit stands to one target.</summary>
/// <param name="Verdict">On the basis; <c>notComputable</c> always comes with reasons.</param>
/// <param name="Value">The value of the basis.</param>
/// <param name="Gap">Beyond the threshold when positive, short of it when negative, in the metric's unit.</param>
/// <param name="GapVnd">The same in whole đồng, for a budget share with known parts.</param>
/// <param name="Expected">What the trajectory expected, when it was consulted.</param>
/// <param name="TargetVersion">What judged: <c>2</c>, or <c>2+1</c> for version 2 as raised by the province's first raise.</param>
/// <param name="Goal">The goal that binds this unit.</param>
/// <param name="Basis">Which of the two values was judged; null without any.</param>
/// <param name="Origin">Where the value of the basis came from.</param>
public sealed record BoardCellBody(
    string Target,
    UnitKey Unit,
    VerdictKind Verdict,
    decimal? Value,
    decimal? Gap,
    Money? GapVnd,
    decimal? Expected,
    string TargetVersion,
    GoalBody Goal,
    BoardBasis? Basis,
    string? Origin,
    string? Source,
    int? Revision,
    bool Illustrative,
    IReadOnlyList<Refusal> Reasons,
    PublishedBody? Published,
    ComputedBody? Computed)
{
    public static BoardCellBody Of(BoardCell cell)
    {
        var published = cell.Basis is BoardBasis.Published ? cell.Published : null;
        return new(
            cell.Target, cell.Unit, cell.Verdict.Kind, published?.Value ?? cell.Computed?.Value, cell.Verdict.Gap, cell.Verdict.GapVnd,
            cell.Verdict.Expected, cell.Goal.Name, GoalBody.Of(cell.Goal.Goal), cell.Basis,
            published?.Origin ?? (cell.Computed is null ? null : "computed"), published?.Source, published?.Revision, cell.Illustrative, cell.Reasons,
            cell.Published is { } held ? PublishedBody.Of(held) : null,
            cell.Computed is { } computed ? ComputedBody.Of(computed) : null);
    }
}

/// <summary>The value of a source.</summary>
/// <param name="HeldFor">The unit version the source speaks of.</param>
/// <param name="Observation">Id of the observation.</param>
public sealed record PublishedBody(
    decimal Value,
    string Period,
    UnitKey HeldFor,
    string Standing,
    string Origin,
    string Source,
    string? SourceUrl,
    string? Note,
    int Revision,
    string Observation,
    bool Illustrative,
    VerdictKind Verdict,
    decimal? Gap)
{
    public static PublishedBody Of(PublishedValue value) => new(
        value.Value, value.Period.ToString(), value.HeldFor, value.Standing, value.Origin, value.Source, value.SourceUrl, value.Note, value.Revision,
        value.Observation.ToString(System.Globalization.CultureInfo.InvariantCulture), value.Illustrative, value.Verdict.Kind, value.Verdict.Gap);
}

/// <summary>A value the platform computes.</summary>
/// <param name="Value">Cut, not rounded, after twelve places.</param>
/// <param name="Provisional">Something in it is an estimate.</param>
public sealed record ComputedBody(
    decimal Value,
    BudgetBody? Budget,
    IReadOnlyList<PartBody> Parts,
    bool Illustrative,
    bool Provisional,
    VerdictKind Verdict,
    decimal? Gap,
    Money? GapVnd)
{
    public static ComputedBody Of(ComputedValue value) => new(
        value.Value,
        value.Budget is { } money ? new BudgetBody(money.Form, money.DxVnd, money.TotalVnd, money.NonStateDxVnd, money.UnclassifiedVnd, money.Lines) : null,
        [.. value.Parts.Select(p => new PartBody(p.Metric, p.Unit, p.Period.ToString(), p.Value, p.UnitOfMeasure))],
        value.Illustrative,
        value.Provisional,
        value.Verdict.Kind,
        value.Verdict.Gap,
        value.Verdict.GapVnd);
}

/// <summary>The money behind a budget share, whole đồng.</summary>
/// <param name="Dx">State money for digital transformation: the numerator.</param>
/// <param name="Total">Total local budget expenditure of the same stage and form: the denominator.</param>
/// <param name="NonStateDx">Money from outside the budget; shown, never counted.</param>
/// <param name="Unclassified">State money nobody has classified yet.</param>
public sealed record BudgetBody(
    string Form,
    [property: JsonConverter(typeof(WideMoney))] Int128 Dx,
    [property: JsonConverter(typeof(WideMoney))] Int128 Total,
    [property: JsonConverter(typeof(WideMoney))] Int128 NonStateDx,
    [property: JsonConverter(typeof(WideMoney))] Int128 Unclassified,
    long Lines);

/// <summary>A figure a value was computed from.</summary>
/// <param name="Period">The days it is about: the year, or a part of it.</param>
public sealed record PartBody(string Metric, UnitKey Unit, string Period, decimal Value, string UnitOfMeasure);
