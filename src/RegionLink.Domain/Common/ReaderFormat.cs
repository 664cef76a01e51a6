using System.Globalization;

namespace RegionLink.Domain.Common;

/// <summary>
/// Writes the values inside a sentence as readers of its language do: <c>1.234,5</c>, <c>31/12/2026</c>, <c>11/2026</c>, <c>1.500.000 đồng</c>;
/// or <c>1,234.5</c>, <c>31 Dec 2026</c>, <c>Nov 2026</c>, <c>1,500,000 VND</c>. Numbers keep every decimal. Counts and years (<see cref="int"/>) of
/// up to four digits stand together. Texts stay as they are.
/// </summary>
public sealed class ReaderFormat : IFormatProvider, ICustomFormatter
{
    public static readonly ReaderFormat Vietnamese = new(english: false);
    public static readonly ReaderFormat English = new(english: true);

    private const int FirstOfFiveDigits = 10_000;
    private const string EveryDecimal = "#,##0.############################";

    private readonly bool _english;

    private ReaderFormat(bool english)
    {
        _english = english;
        var (group, point) = english ? (",", ".") : (".", ",");
        Numbers = NumberFormatInfo.ReadOnly(new() { NumberGroupSeparator = group, NumberDecimalSeparator = point, NegativeSign = "\u2212" });
    }

    /// <summary>Separators and sign; the minus is the typographic one (U+2212).</summary>
    public NumberFormatInfo Numbers { get; }

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        null => "",
        int or long or decimal when format is not null => ((IFormattable)arg).ToString(format, Numbers),
        int count when Math.Abs((long)count) < FirstOfFiveDigits => count.ToString("0", Numbers),
        int or long or decimal => ((IFormattable)arg).ToString(EveryDecimal, Numbers),
        Money money => $"{money.Vnd.ToString("#,##0", Numbers)} {(_english ? "VND" : "đồng")}",
        DateOnly day => Date(day),
        FigurePeriod period => Period(period),
        FormattableString text => text.ToString(this),
        _ => Convert.ToString(arg, CultureInfo.InvariantCulture) ?? "",
    };

    public string Date(DateOnly day) => day.ToString(_english ? "d MMM yyyy" : "dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Whole years as they are, whole months as 11/2026, any other stretch by its days.</summary>
    public string Period(FigurePeriod period)
    {
        var text = period.ToString();
        return text.Length switch
        {
            4 => text,
            7 => Month(period.Start),
            9 => text.Replace('/', '–'),
            15 => $"{Month(period.Start)}–{Month(period.End)}",
            _ when period.Start == period.End => Date(period.Start),
            _ => $"{Date(period.Start)}–{Date(period.End)}",
        };
    }

    private string Month(DateOnly day) => day.ToString(_english ? "MMM yyyy" : "MM/yyyy", CultureInfo.InvariantCulture);
}
