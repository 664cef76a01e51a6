using System.Globalization;
using System.Text.RegularExpressions;
using RegionLink.Domain.Common;
using RegionLink.Domain.Periods;
using RegionLink.Server.Periods;

namespace RegionLink.Server.Web.Coordination;

/// <summary>One form of a period that is being opened, as typed.</summary>
public sealed record FormDraft(string Id, string TitleVi, string TitleEn, IReadOnlyList<string> Metrics)
{
    public static readonly FormDraft Empty = new("", "", "", []);

    public bool IsEmpty => Id.Length == 0 && TitleVi.Length == 0 && TitleEn.Length == 0 && Metrics.Count == 0;
}

/// <summary>A period that is being opened, as typed. Its fields are named as the API names them, so that refusals find them.</summary>
public sealed partial record PeriodForm(
    string Id, string TitleVi, string TitleEn, string Start, string End, string DueDays, string Holidays, bool Illustrative,
    IReadOnlyList<string> Units, IReadOnlyList<FormDraft> Forms)
{
    private const int MostForms = OpeningRules.MostForms;

    /// <summary>Asked for an empty form more, not yet for the period.</summary>
    public bool WantsAnother { get; private init; }

    /// <summary>The month from the 15th to the 14th that is going on, due two working days later.</summary>
    public static PeriodForm Empty(DateOnly today, IReadOnlyList<string> units)
    {
        var end = new DateOnly(today.Year, today.Month, 14);
        end = end < today ? end.AddMonths(1) : end;
        return new(
            end.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            FormattableString.Invariant($"Báo cáo chuyển đổi số tháng {end:MM/yyyy}"),
            FormattableString.Invariant($"Digital transformation report of {end:yyyy-MM}"),
            View.Day(end.AddDays(1).AddMonths(-1)), View.Day(end), "2", "", false, units, [FormDraft.Empty]);
    }

    public static PeriodForm Of(IFormCollection form)
    {
        var drafts = Enumerable.Range(0, MostForms)
            .TakeWhile(i => form.ContainsKey($"forms[{i}].id"))
            .Select(i => new FormDraft(
                form[$"forms[{i}].id"].ToString().Trim(), form[$"forms[{i}].titleVi"].ToString().Trim(), form[$"forms[{i}].titleEn"].ToString().Trim(),
                [.. form[$"forms[{i}].metrics"].OfType<string>()]))
            .ToList();
        var another = form["another"].Count > 0;
        if (another || drafts.Count == 0)
        {
            drafts.Add(FormDraft.Empty);
        }

        return new(
            form["id"].ToString().Trim(), form["titleVi"].ToString().Trim(), form["titleEn"].ToString().Trim(), form["start"].ToString(), form["end"].ToString(),
            form["dueWorkingDays"].ToString(), form["holidays"].ToString(), form["illustrative"].Count > 0, [.. form["units"].OfType<string>()], drafts)
        {
            WantsAnother = another,
        };
    }

    /// <summary>What is sent to be opened. A day that cannot be read counts as one that gives the rules nothing more to say.</summary>
    internal OpenPeriodBody Read(FieldReader read, DateOnly today)
    {
        var (start, end) = (read.Day("start", Start), read.Day("end", End));
        end = end == default ? (start == default ? today : start) : end;
        return new(
            Id, TitleVi, TitleEn, start == default ? end : start, end, read.RequiredWhole("dueWorkingDays", DueDays, "2"),
            [.. Forms.Where(f => !f.IsEmpty).Select(f => new FormBody(f.Id, f.TitleVi, f.TitleEn, [.. f.Metrics.Select(m => new FormMetricBody(m))]))],
            [.. Units.Select(u => UnitKey.TryParse(u, out var key) ? key : default).Where(k => k.Code is not null)],
            Holidays: [.. HolidaysTyped().Select(d => read.Day("holidays", d)).Distinct()],
            Illustrative: Illustrative);
    }

    /// <summary>Brings a refusal of one metric or unit of a list to the list.</summary>
    internal static Refusal AtField(Refusal refusal) =>
        refusal.Field is { } field ? refusal with { Field = InList().Replace(field, "") } : refusal;

    private IEnumerable<string> HolidaysTyped() => Holidays
        .Split([',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var pieces && pieces.Any(p => Typed.Day(p) is not null) ? pieces : [part]);

    [GeneratedRegex(@"(?<=metrics)\[.*|(?<=^units)\[.*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InList();
}
