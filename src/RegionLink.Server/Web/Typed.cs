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

    private static readonly string[] Days = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d MMM yyyy", "d MMMM yyyy", "yyyy-MM-dd"];

    public static Language NotationOf(IFormCollection form) => form[Notation] == Language.English.Code() ? Language.English : Language.Vietnamese;

    /// <summary>A number, perhaps with a percent sign; null when it cannot be read as one.</summary>
    public static decimal? Number(string typed, Language notation)
    {
        var text = NumberText.Of(typed.Replace('\u2212', '-'));
        return text.Tail is "" or "%" ? text.As(notation is Language.English ? NumberNotation.English : NumberNotation.Vietnamese) : null;
    }

    /// <summary>Why the number cannot be read.</summary>
    public static Refusal Unreadable(string field, string typed, Language notation) =>
        Unreadable(field, typed, notation is Language.English ? "1,234.5" : "1.234,5");

    /// <inheritdoc cref="Unreadable(string, string, Language)"/>
    public static Refusal Unreadable(string field, string typed, string example) => FormRefusals.NumberUnreadable.About(field, Echo(typed), example);

    /// <summary>
    /// A day as Vietnamese officials write it (05/11/2026), as the pages show it in English (5 Nov 2026), or as addresses have it (2026-11-05); the
    /// day always comes before the month. Null when it is none.
    /// </summary>
    public static DateOnly? Day(string typed) =>
        DateOnly.TryParseExact(typed.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Why there is no day.</summary>
    public static Refusal NoDay(string field, string typed) => string.IsNullOrWhiteSpace(typed)
        ? FormRefusals.DateMissing.About(field)
        : FormRefusals.DateUnreadable.About(field, Echo(typed));

    private static string Echo(string typed) => typed.Length > LongestEcho ? $"{typed[..LongestEcho]}…" : typed;
}
