using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;

namespace RegionLink.Server.Reports;

/// <summary>A report after a command. Everything about it, with history and questions, is at its address.</summary>
/// <param name="Key"><c>&lt;period&gt;/&lt;unit&gt;</c>.</param>
public sealed record ReportBody(
    string Key, string Period, UnitKey Unit, long Version, ReportState State, bool Illustrative, IReadOnlyList<FigureBody> Figures)
{
    internal static ReportBody Of(ReportAddress address, Report report, long version) => new(
        address.Key, address.Period, address.Unit, version, report.State, report.Illustrative,
        [.. report.Figures.Values.OrderBy(f => f.Metric, StringComparer.Ordinal).Select(FigureBody.Of)]);
}

/// <summary>A figure after a command.</summary>
/// <param name="Difference">Null unless the system now delivers another value; <c>accepted-differences</c> takes it over.</param>
/// <param name="ScaleQuestion">Asked when the value is about 1,000 or 1,000,000 times off the unit's own history; null when it is not.</param>
public sealed record FigureBody(
    string Metric,
    decimal? Value,
    string? NoDataReason,
    string UnitOfMeasure,
    Origin Origin,
    string? Source,
    string? Note,
    FigureState State,
    bool Prefilled,
    string? ReturnReason,
    ScaleQuestionBody? ScaleQuestion,
    DifferenceBody? Difference)
{
    internal static FigureBody Of(Figure figure) => new(
        figure.Metric, figure.Value, figure.NoDataReason, figure.UnitOfMeasure, figure.Origin, figure.Source, figure.Note, figure.State,
        figure.Prefilled, figure.ReturnReason,
        figure.Scale is { } s ? new(s.Factor, s.Up, s.Against, s.AgainstSource, s.Answer, s.AnsweredBy?.ToString()) : null,
        figure.Difference is { } d ? new(d.Value, d.NoDataReason, d.Source, d.By.ToString()) : null);
}

/// <summary>What the delivering system says now, other than the figure.</summary>
/// <param name="Value">Null when the system has no data any more.</param>
public sealed record DifferenceBody(decimal? Value, string? NoDataReason, string? Source, string By);

/// <param name="Factor">1,000 or 1,000,000.</param>
/// <param name="Up">True when the new value is the larger one.</param>
/// <param name="Against">The earlier value.</param>
/// <param name="Answer">Null while open; the figure cannot be approved before.</param>
public sealed record ScaleQuestionBody(int Factor, bool Up, decimal Against, string AgainstSource, string? Answer, string? AnsweredBy);
