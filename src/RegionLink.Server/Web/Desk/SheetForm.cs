using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Reports;

namespace RegionLink.Server.Web.Desk;

/// <summary>The fields of the report's sheet as somebody sent them, by name, and what they mean.</summary>
public sealed class SheetForm(IFormCollection fields)
{
    public const string Value = "value.";
    public const string NoData = "none.";
    public const string Source = "source.";
    public const string Note = "note.";
    public const string Why = "why.";
    public const string Scale = "scale.";

    /// <summary>Units nobody reports half of: a fraction is a thousands separator of the other language, copied from a workbook.</summary>
    private static readonly HashSet<string> Counted =
        [.. new[] { UnitOfMeasure.Vnd, UnitOfMeasure.Persons, UnitOfMeasure.Services, UnitOfMeasure.Calls, UnitOfMeasure.Sites, UnitOfMeasure.Cards }.Select(DomainWords.Of)];

    /// <summary>Language the numbers were typed in: that of the page the form stood on, whatever was chosen since.</summary>
    public const string Notation = Typed.Notation;

    public long Version => long.TryParse(fields["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>What stood in the field; null when the form had none.</summary>
    public string? this[string name] => fields.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The figures that differ from what is held, and why some cannot be read.</summary>
    public (IReadOnlyList<FigureEntry> Changed, IReadOnlyList<Refusal> Faults) Read(ReportDetail report)
    {
        var (changed, faults) = (new List<FigureEntry>(), new List<Refusal>());
        foreach (var asked in report.Figures.Where(a => a.BoundTo is null && this[Value + a.Metric] is not null))
        {
            var typed = Text(Value, asked.Metric);
            var value = typed is null ? null : Typed.Number(typed, Typed.NotationOf(fields));
            if (typed is not null && value is null)
            {
                faults.Add(Typed.Unreadable(Value + asked.Metric, typed, Typed.NotationOf(fields)));
                continue;
            }

            if (value is { } number && number != decimal.Truncate(number) && number != asked.Figure?.Value && Counted.Contains(asked.UnitOfMeasure))
            {
                faults.Add(FormRefusals.NumberNotWhole.About(Value + asked.Metric, typed, Typed.NotationOf(fields) is Language.English ? "1,234" : "1.234"));
                continue;
            }

            if (Entry(asked, value) is { } entry)
            {
                changed.Add(entry);
            }
        }

        return (changed, faults);
    }

    private FigureEntry? Entry(AskedFigureBody asked, decimal? value)
    {
        var (held, metric) = (asked.Figure, asked.Metric);
        var (none, note, why, answer) = (Text(NoData, metric), Text(Note, metric), Text(Why, metric), Text(Scale, metric));
        var source = Text(Source, metric);
        if (held is null)
        {
            return value is null && none is null && note is null && source is null ? null : New(Origin.Entered);
        }

        // Confirming what came back needs words, so does changing it; a note alone changes nothing of the value's origin.
        var sameValue = held.Value == value && held.NoDataReason == none;
        return sameValue && held.Note == note && held.Source == source && answer is null && (why is null || held.State != FigureState.Returned)
            ? null
            : New(sameValue ? held.Origin : Origin.Entered);

        FigureEntry New(Origin origin) => new(metric, value, asked.UnitOfMeasure, origin, none, source, null, note, why, answer);
    }

    private string? Text(string prefix, string metric) => this[prefix + metric] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
