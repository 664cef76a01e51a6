using System.Collections.Immutable;

namespace RegionLink.Domain.Periods;

/// <summary>A form of a period: a named list of metrics. Several forms may ask for the same metric; one figure satisfies them all.</summary>
/// <param name="Id">Unique in the period; a printed form's number such as <c>B46</c> will do.</param>
public sealed record ReportingForm(string Id, string TitleVi, string TitleEn, ImmutableArray<FormMetric> Metrics);

/// <summary>A metric a form asks for.</summary>
/// <param name="Note">How this form wants the metric to be understood; null when there is nothing to add to its definition.</param>
public sealed record FormMetric(string Metric, string? Note = null);

/// <summary>What the catalogue says of a metric that a form names.</summary>
/// <param name="Reportable">
/// False for a metric that needs more than a value: a rank needs its base and is given by others, a budget amount needs its stage and comes from
/// the fiscal year and the budget lines.
/// </param>
public sealed record AskableMetric(string UnitOfMeasure, bool Reportable);

/// <summary>A figure a period asks for, once, whatever the number of forms.</summary>
/// <param name="UnitOfMeasure">The metric's unit of measure when the period was opened.</param>
public sealed record AskedFigure(string Metric, string UnitOfMeasure);
