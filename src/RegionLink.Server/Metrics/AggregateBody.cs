using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Runtime.Metrics;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Server.Metrics;

/// <summary>Values of metrics for units and periods, each with what it is made of or why there is none.</summary>
/// <param name="Boundary">The units are those in force on this day; null when they were named.</param>
/// <param name="AsOf">What was known then; null for what holds now.</param>
/// <param name="Stage">Stage of budget amounts.</param>
public sealed record AggregatesBody(DateOnly? Boundary, DateTimeOffset? AsOf, BudgetStage Stage, IReadOnlyList<AggregateBody> Items)
{
    /// <summary>What may be done with the values.</summary>
    public Bilingual Licence => UseTerms.All;
}

/// <summary>The value of a metric for a unit and a period.</summary>
/// <param name="Name">Of the unit, in Vietnamese.</param>
/// <param name="Kind">How the metric combines.</param>
/// <param name="Value">Cut, not rounded, after twelve places; null when there is none, and then <paramref name="Reasons"/> say why.</param>
/// <param name="Basis">Held for the unit itself or for the same territory, added up from units, or divided from two parts; null without a value.</param>
/// <param name="Periods">How many values over time were added; 1 when one value is for the whole period.</param>
/// <param name="Provisional">Something in it is an estimate.</param>
/// <param name="Illustrative">Something in it is sample data: never publish it as a fact.</param>
/// <param name="Parts">The observations behind it; null when not asked for.</param>
/// <param name="Reasons">Every reason why there is no value.</param>
public sealed record AggregateBody(
    string Metric,
    UnitKey Unit,
    string Name,
    string Period,
    MeasureKind Kind,
    decimal? Value,
    UnitOfMeasure UnitOfMeasure,
    FigureBasis? Basis,
    int Periods,
    bool Provisional,
    bool Illustrative,
    IReadOnlyList<AggregatePartBody>? Parts,
    IReadOnlyList<Refusal> Reasons)
{
    public static AggregateBody Of(Aggregate aggregate, Reference reference, bool withParts)
    {
        var metric = reference.Metrics.Find(aggregate.Metric)!;
        var figure = aggregate.Answer.Figure;
        return new(
            aggregate.Metric, aggregate.Unit, reference.Lineage.Find(aggregate.Unit)!.FullNameVi, aggregate.Period.ToString(), metric.Kind,
            figure?.Value.Cut(), metric.Unit, figure?.Basis, aggregate.Periods, figure?.Provisional ?? false,
            aggregate.Illustrative,
            withParts ? [.. aggregate.Parts.Select(p => AggregatePartBody.Of(p, reference))] : null,
            aggregate.Answer.Reasons);
    }
}

/// <summary>An observation behind a value: see <c>/observations?ids=</c> for all of it.</summary>
/// <param name="Base">What a rank is out of.</param>
public sealed record AggregatePartBody(
    string Observation,
    string Metric,
    UnitKey Unit,
    string Period,
    decimal Value,
    UnitOfMeasure UnitOfMeasure,
    int? Base,
    string? Method,
    string Standing,
    string Origin,
    string Source,
    string? SourceUrl,
    string? Note,
    int Revision,
    string Batch,
    bool Illustrative)
{
    public static AggregatePartBody Of(HeldObservation part, Reference reference) => new(
        part.Id.ToString(CultureInfo.InvariantCulture), part.Metric, part.Unit, part.Period.ToString(), part.Value,
        reference.Metrics.Find(part.Metric)!.Unit, part.Base == 0 ? null : part.Base, part.Method.Length == 0 ? null : part.Method, part.Standing,
        part.Origin, part.Source, part.SourceUrl, part.Note, part.Revision, part.Batch, part.Illustrative);
}
