using System.Globalization;
using RegionLink.Domain.Common;

namespace RegionLink.Server.Files;

/// <summary>Texts of typed values in files for machines: culture-free, dates ISO 8601, money in whole đồng.</summary>
internal static class CellText
{
    /// <summary>The text of one value; empty for null. True when it is a number, a date or a flag: it cannot start a formula that was not meant.</summary>
    public static (string Text, bool Plain) Of(object? value) => value switch
    {
        null or DBNull => ("", true),
        string text => (text, false),
        bool flag => (flag ? "true" : "false", true),
        Money money => (money.Vnd.ToString(CultureInfo.InvariantCulture), true),
        DateOnly date => (date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), true),
        DateTimeOffset time => (Utc(time.UtcDateTime), true),
        DateTime time => (Utc(time), true),
        Enum word => (Camel(word.ToString()), false),
        UnitKey unit => (unit.ToString(), false),
        int or long or short or byte or decimal or double or float =>
            (((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), true),
        _ => (value.ToString() ?? "", false),
    };

    private static string Utc(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string Camel(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}
