using RegionLink.Domain.Common;
using RegionLink.Domain.Periods;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.Periods;
using RegionLink.Runtime.Reports;

namespace RegionLink.Server.Reports;

/// <summary>Everything about one report.</summary>
/// <param name="Version">Version for If-Match; 0 while nobody has given a figure.</param>
/// <param name="State">notStarted, draft, submitted, returned, resubmitted, accepted or published.</param>
/// <param name="Late">As of <paramref name="AsOf"/>, by due date, extension and first submission.</param>
/// <param name="SubmittedOn">Day of the first submission; null when there is none.</param>
/// <param name="FiguresVisible">False when the report is not for these eyes yet: figures, history and questions are left out.</param>
/// <param name="Figures">Every figure asked, given or not, once, in the order of the forms.</param>
public sealed record ReportDetail(
    string Key,
    string Period,
    string PeriodTitleVi,
    string PeriodTitleEn,
    PeriodState PeriodState,
    UnitKey Unit,
    long Version,
    string State,
    bool Illustrative,
    DateOnly Due,
    bool Extended,
    bool Late,
    DateOnly AsOf,
    DateOnly? SubmittedOn,
    bool FiguresVisible,
    IReadOnlyList<ReportingForm> Forms,
    IReadOnlyList<AskedFigureBody> Figures,
    IReadOnlyList<HistoryLine> History,
    IReadOnlyList<StoredQuestion> Questions)
{
    /// <param name="own">The caller belongs to the unit: earlier values are shown as hints.</param>
    internal static ReportDetail Of(
        ReportAddress address,
        IReadOnlyDictionary<string, object?> head,
        DateOnly asOf,
        StoredPeriod period,
        ReportTerms terms,
        ReportContent content,
        bool visible,
        bool own)
    {
        var given = content.Figures.ToDictionary(f => f.Metric);
        var forms = period.Forms.SelectMany(f => f.Metrics.Select(m => (m.Metric, f.Id))).ToLookup(m => m.Metric, m => m.Id);
        return new(
            address.Key, address.Period, period.TitleVi, period.TitleEn, period.State, address.Unit, (long)head["version"]!, (string)head["state"]!,
            (bool)head["illustrative"]!, (DateOnly)head["due"]!, (bool)head["extended"]!, (bool)head["late"]!, asOf, (DateOnly?)head["submittedOn"],
            visible, period.Forms,
            [
                .. forms.Select(f => new AskedFigureBody(
                    f.Key,
                    terms.Asked.GetValueOrDefault(f.Key) ?? "",
                    [.. f],
                    given.GetValueOrDefault(f.Key),
                    terms.Bindings.GetValueOrDefault(f.Key),
                    own && terms.History.TryGetValue(f.Key, out var earlier) ? new(f.Key, earlier.Value, earlier.Source, earlier.Until) : null)),
            ],
            content.History,
            content.Questions);
    }
}

/// <summary>A figure the period asks for.</summary>
/// <param name="Forms">The forms it satisfies.</param>
/// <param name="Figure">Null when it is missing, or not for these eyes.</param>
/// <param name="BoundTo">The system that delivers it; null when people type it.</param>
/// <param name="Earlier">The unit's latest earlier value, a hint; null when there is none.</param>
public sealed record AskedFigureBody(
    string Metric, string UnitOfMeasure, IReadOnlyList<string> Forms, StoredFigure? Figure, string? BoundTo, EarlierBody? Earlier);
