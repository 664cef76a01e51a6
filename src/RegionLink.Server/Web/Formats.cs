using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Domain.Targets;

namespace RegionLink.Server.Web;

/// <summary>
/// Numbers, money and days as readers of a language write them: <c>1.234,5</c> and <c>05/11/2026</c>, or <c>1,234.5</c> and <c>5 Nov 2026</c>.
/// Decimals are cut, never rounded: 0.9999 % must not read as 1 %. What is not zero never reads as zero.
/// </summary>
public sealed class Formats(Language language)
{
    private const decimal Billion = 1_000_000_000;
    private const decimal Million = 1_000_000;
    private const int MostDigits = 12;

    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);   // Asia/Ho_Chi_Minh; no daylight saving

    private readonly ReaderFormat _reader = language is Language.English ? ReaderFormat.English : ReaderFormat.Vietnamese;

    public Language Language => language;

    private bool English => language is Language.English;

    public string Number(decimal value, int digits = 2)
    {
        var shown = Cut(value, digits);
        while (shown == 0 && value != 0 && digits < MostDigits)
        {
            shown = Cut(value, ++digits);
        }

        return shown.ToString($"#,##0.{new string('#', digits)}", _reader.Numbers);
    }

    public string Percent(decimal value, int digits = 2) => $"{Number(value, digits)}%";

    /// <summary>With its sign, for gaps: <c>+0,08</c>, <c>−0,17</c>.</summary>
    public string Signed(decimal value, int digits = 2) => value > 0 ? $"+{Number(value, digits)}" : Number(value, digits);

    /// <summary>In the unit people say: đồng, triệu đồng or tỷ đồng.</summary>
    public string Money(decimal vnd)
    {
        var size = Math.Abs(vnd);
        return size switch
        {
            >= Billion => $"{Number(vnd / Billion, size >= 100 * Billion ? 0 : 1)} {(English ? "billion VND" : "tỷ đồng")}",
            >= Million => $"{Number(vnd / Million, 1)} {(English ? "million VND" : "triệu đồng")}",
            _ => WholeMoney(vnd),
        };
    }

    public string Money(Money money) => Money(money.Vnd);

    public string SignedMoney(decimal vnd) => vnd > 0 ? $"+{Money(vnd)}" : Money(vnd);

    /// <summary>Every đồng, for cards and tables people check against a document.</summary>
    public string WholeMoney(decimal vnd) => $"{Number(vnd, 0)} {(English ? "VND" : "đồng")}";

    /// <summary>The number alone in billions, for columns whose heading says the unit.</summary>
    public string Billions(decimal vnd) => Number(vnd / Billion, 1);

    public string Date(DateOnly day) => _reader.Date(day);

    /// <summary>What a field for a day shows: a day as addresses have it as readers write it, anything else as it was typed.</summary>
    public string? DayToType(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Date(day) : text;

    public string Date(DateOnly? day, string none = "–") => day is { } known ? Date(known) : none;

    /// <summary>Day and minute in Vietnam.</summary>
    public string Moment(DateTimeOffset at)
    {
        var local = at.ToOffset(Vietnam).DateTime;
        var minute = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return English ? $"{Date(DateOnly.FromDateTime(local))}, {minute}" : $"{minute} {Date(DateOnly.FromDateTime(local))}";
    }

    /// <param name="utc">As the database gives it.</param>
    public string Moment(DateTime utc) => Moment(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));

    /// <summary>A year as it is, a month as 11/2026, any other stretch by its days.</summary>
    public string Period(FigurePeriod period) => _reader.Period(period);

    /// <summary>A value of a metric with its unit of measure.</summary>
    public string Value(decimal value, UnitOfMeasure unit) => unit switch
    {
        UnitOfMeasure.Percent => Percent(value),
        UnitOfMeasure.Index0To1 => Number(value, 4),
        UnitOfMeasure.Rank => English ? $"rank {Number(value, 0)}" : $"hạng {Number(value, 0)}",
        UnitOfMeasure.Vnd => Money(value),
        UnitOfMeasure.MillionVnd => Money(value * Million),
        UnitOfMeasure.BillionVnd => Money(value * Billion),
        _ => $"{Number(value)} {Unit(unit)}",
    };

    /// <summary>A value with its unit and every place it has: for whoever approves, reviews or compares it with a document.</summary>
    public string Exact(decimal value, UnitOfMeasure unit) => unit switch
    {
        UnitOfMeasure.Percent => Percent(value, MostDigits),
        UnitOfMeasure.Index0To1 => Number(value, MostDigits),
        UnitOfMeasure.Rank => Value(value, unit),
        _ => $"{Number(value, MostDigits)} {Unit(unit)}",
    };

    /// <summary>
    /// How a value moved: a share by percentage points (72% to 75% is +3 điểm %, not +4,1%), anything else by percent of what it was. A dash
    /// where that cannot be said.
    /// </summary>
    public string Change(decimal? now, decimal? before, UnitOfMeasure? unit) => (now, before) switch
    {
        (null, _) or (_, null) => "–",
        ({ } to, { } from) when unit is UnitOfMeasure.Percent => Region.RegionTexts.Points.In(language, Signed(to - from)),
        (_, 0) => "–",
        ({ } to, { } from) => $"{Signed((to - from) / Math.Abs(from) * 100, 1)}%",
    };

    /// <summary>What has to be reached: <c>≥ 1%</c>, <c>30–35%</c>.</summary>
    public string Goal(Goal goal, UnitOfMeasure unit) => goal.Direction switch
    {
        GoalDirection.AtLeast => $"≥ {Value(goal.Threshold, unit)}",
        GoalDirection.MoreThan => $"> {Value(goal.Threshold, unit)}",
        GoalDirection.AtMost => $"≤ {Value(goal.Threshold, unit)}",
        GoalDirection.LessThan => $"< {Value(goal.Threshold, unit)}",
        GoalDirection.Between => $"{Number(goal.Threshold)}–{Value(goal.Upper ?? goal.Threshold, unit)}",
        _ => throw new ArgumentOutOfRangeException(nameof(goal)),
    };

    /// <summary>The unit alone, for headings and axes.</summary>
    public string Unit(UnitOfMeasure unit) => UnitNames.Of(unit).In(language);

    private static decimal Cut(decimal value, int digits)
    {
        var scale = 1m;
        for (var i = 0; i < digits; i++)
        {
            scale *= 10;
        }

        return Math.Abs(value) < decimal.MaxValue / scale ? Math.Truncate(value * scale) / scale : Math.Truncate(value);
    }
}
