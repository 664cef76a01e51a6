using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Periods;

/// <summary>What must hold for a period to be opened; every fault is collected before answering.</summary>
public static class OpeningRules
{
    /// <summary>Most working days between cut-off and due date.</summary>
    public const int MostDueDays = 60;

    public const int LongestTitle = 300;

    public const int LongestId = 60;

    public const int MostForms = 50;

    /// <summary>Most metrics over all forms.</summary>
    public const int MostMetrics = 1_000;

    /// <summary>Most units that report: every province and commune of the country with room to spare.</summary>
    public const int MostUnits = 5_000;

    /// <summary>Most days given as holidays, and as many as make-up days.</summary>
    public const int MostDays = 200;

    /// <summary>Periods lie within these days: wide enough for history brought in, narrow enough to catch a mistyped year.</summary>
    public static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <inheritdoc cref="Earliest"/>
    public static readonly DateOnly Latest = new(2100, 12, 31);

    internal static Decision<PeriodEvent> Decide(PeriodCommand.Open c)
    {
        List<Refusal> refusals = [.. Header(c), .. Calendar(c.Calendar), .. Forms(c), .. Units(c)];
        return Decision.AcceptUnless<PeriodEvent>(refusals, () =>
        [
            new PeriodEvent.Opened(
                c.Id, c.TitleVi.Trim(), c.TitleEn.Trim(), c.Start, c.End, About(c).ToString(), c.DueWorkingDays, c.Calendar,
                c.Calendar.WorkingDayAfter(c.End, c.DueWorkingDays), c.Forms, Asked(c), c.Units, c.Illustrative),
        ]);
    }

    /// <summary>Whether a text may be the id of a period: it is part of addresses and of the key of its reports.</summary>
    public static bool IsId(string? text) =>
        text is { Length: > 0 and <= LongestId }
        && char.IsAsciiLetterOrDigit(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static IEnumerable<Refusal> Header(PeriodCommand.Open c)
    {
        if (!IsId(c.Id))
        {
            yield return PeriodRefusals.IdInvalid.About("id", c.Id);
        }

        foreach (var refusal in Titles(c.TitleVi, c.TitleEn, ""))
        {
            yield return refusal;
        }

        if (c.End < c.Start)
        {
            yield return PeriodRefusals.DatesReversed.About("end", c.Start, c.End);
        }

        if (c.Start < Earliest || c.Start > Latest || c.End < Earliest || c.End > Latest)
        {
            yield return PeriodRefusals.DatesOutOfRange.About("start", Earliest, Latest);
        }

        if (c.About is not null && !FigurePeriod.TryParse(c.About, out _))
        {
            yield return PeriodRefusals.AboutUnreadable.About("about", c.About);
        }

        if (c.DueWorkingDays is < 1 or > MostDueDays)
        {
            yield return PeriodRefusals.DueDaysOutOfRange.About("dueWorkingDays", c.DueWorkingDays, MostDueDays);
        }
    }

    private static IEnumerable<Refusal> Calendar(WorkCalendar calendar)
    {
        if (calendar.Holidays.Length > MostDays || calendar.MakeUpDays.Length > MostDays)
        {
            yield return PeriodRefusals.DaysTooMany.About("holidays", MostDays);
        }

        foreach (var day in calendar.Holidays.Intersect(calendar.MakeUpDays))
        {
            yield return PeriodRefusals.DayBothFreeAndWorked.About("makeUpDays", day);
        }
    }

    private static IEnumerable<Refusal> Forms(PeriodCommand.Open c)
    {
        if (c.Forms.IsEmpty)
        {
            yield return PeriodRefusals.FormsMissing.About("forms");
        }

        if (c.Forms.Length > MostForms || c.Forms.Sum(f => f.Metrics.Length) > MostMetrics)
        {
            yield return PeriodRefusals.FormsTooMany.About("forms", MostForms, MostMetrics);
            yield break;
        }

        var seen = new HashSet<string>();
        for (var i = 0; i < c.Forms.Length; i++)
        {
            var form = c.Forms[i];
            if (string.IsNullOrWhiteSpace(form.Id) || form.Id.Length > LongestId || !seen.Add(form.Id))
            {
                yield return PeriodRefusals.FormIdInvalid.About($"forms[{i}].id", form.Id);
            }

            foreach (var refusal in Titles(form.TitleVi, form.TitleEn, $"forms[{i}].").Concat(Metrics(c, form, $"forms[{i}].metrics")))
            {
                yield return refusal;
            }
        }
    }

    private static IEnumerable<Refusal> Metrics(PeriodCommand.Open c, ReportingForm form, string field)
    {
        if (form.Metrics.IsEmpty)
        {
            yield return PeriodRefusals.FormEmpty.About(field, form.Id);
        }

        var seen = new HashSet<string>();
        for (var i = 0; i < form.Metrics.Length; i++)
        {
            var metric = form.Metrics[i].Metric;
            if (!seen.Add(metric))
            {
                yield return PeriodRefusals.MetricRepeated.About($"{field}[{i}].metric", metric, form.Id);
            }
            else if (!c.Catalogue.TryGetValue(metric, out var known))
            {
                yield return PeriodRefusals.MetricUnknown.About($"{field}[{i}].metric", metric);
            }
            else if (!known.Reportable)
            {
                yield return PeriodRefusals.MetricNotReportable.About($"{field}[{i}].metric", metric);
            }

            if (form.Metrics[i].Note is { Length: > ReportingPeriod.LongestReason })
            {
                yield return PeriodRefusals.NoteTooLong.About($"{field}[{i}].note", ReportingPeriod.LongestReason);
            }
        }
    }

    private static IEnumerable<Refusal> Units(PeriodCommand.Open c)
    {
        if (c.Units.IsEmpty)
        {
            yield return PeriodRefusals.UnitsMissing.About("units");
        }

        if (c.Units.Length > MostUnits)
        {
            yield return PeriodRefusals.UnitsTooMany.About("units", MostUnits);
            yield break;
        }

        var seen = new HashSet<UnitKey>();
        for (var i = 0; i < c.Units.Length; i++)
        {
            if (!seen.Add(c.Units[i]))
            {
                yield return PeriodRefusals.UnitRepeated.About($"units[{i}]", c.Units[i]);
            }
            else if (!c.KnownUnits.Contains(c.Units[i].ToString()))
            {
                yield return PeriodRefusals.UnitUnknown.About($"units[{i}]", c.Units[i], c.End);
            }
        }
    }

    private static FigurePeriod About(PeriodCommand.Open c) =>
        c.About is null ? new(c.Start, c.End) : FigurePeriod.Parse(c.About);

    private static ImmutableArray<AskedFigure> Asked(PeriodCommand.Open c) =>
        [.. c.Forms.SelectMany(f => f.Metrics).Select(m => m.Metric).Distinct().Select(m => new AskedFigure(m, c.Catalogue[m].UnitOfMeasure))];

    private static IEnumerable<Refusal> Titles(string vi, string en, string of) =>
        new[] { ("titleVi", vi), ("titleEn", en) }.Where(t => !IsTitle(t.Item2)).Select(t => PeriodRefusals.TitleMissing.About(of + t.Item1, LongestTitle));

    private static bool IsTitle(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestTitle;
}
