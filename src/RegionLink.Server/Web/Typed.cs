using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;

namespace RegionLink.Server.Web;

/// <summary>What people type into forms. The notation is that of the page the form stood on, whatever language was chosen since.</summary>
internal static class Typed
{
    /// <summary>Name of the hidden field with the language the form was shown in.</summary>
    public const string Notation = "notation";

    private const int LongestEcho = 60;

    public static Language NotationOf(IFormCollection form) => form[Notation] == Language.English.Code() ? Language.English : Language.Vietnamese;

    /// <summary>A number, perhaps with a percent sign; null when it cannot be read as one.</summary>
    public static decimal? Number(string typed, Language notation)
    {
        var text = NumberText.Of(typed.Replace('\u2212', '-'));
        return text.Tail is "" or "%" ? text.As(notation is Language.English ? NumberNotation.English : NumberNotation.Vietnamese) : null;
    }

    /// <summary>Why the number cannot be read.</summary>
    public static Refusal Unreadable(string field, string typed, Language notation) => FormRefusals.NumberUnreadable.About(
        field, typed.Length > LongestEcho ? $"{typed[..LongestEcho]}…" : typed, notation is Language.English ? "1,234.5" : "1.234,5");

    /// <summary>A day as browsers send it; null when it is none.</summary>
    public static DateOnly? Day(string typed) =>
        DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
