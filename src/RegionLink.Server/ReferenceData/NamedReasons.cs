using System.Text.RegularExpressions;
using RegionLink.Domain.Common;
using RegionLink.Domain.Units;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Server.ReferenceData;

/// <summary>
/// Reasons for people: units and metrics by their names instead of their keys. Rules speak of keys, since they know no names and programs need
/// what they can look up; the API therefore answers with the reasons as they are.
/// </summary>
internal static partial class NamedReasons
{
    /// <summary>The same reason with <c>70@origin</c> as Tỉnh Bình Phước. A key of something unknown stays, and so do reasons that explain keys.</summary>
    /// <param name="reference">Null before any reference data was read: nothing is named then.</param>
    public static Refusal Named(this Refusal reason, Reference? reference) =>
        reference is null || ExplainsKeys(reason)
            ? reason
            : reason with { Vi = Text(reason.Vi, reference, english: false), En = Text(reason.En, reference, english: true) };

    private static bool ExplainsKeys(Refusal reason) =>
        reason.Code.StartsWith("unit.", StringComparison.Ordinal) || reason.Code.EndsWith(".unit-unknown", StringComparison.Ordinal);

    private static string Text(string text, Reference reference, bool english) => Metric().Replace(
        Unit().Replace(text, key => UnitKey.TryParse(key.Value, out var parsed) && reference.Lineage.Find(parsed) is { } unit ? NameOf(unit, reference.Lineage, english) : key.Value),
        id => reference.Metrics.Find(id.Groups["id"].Value) is { } metric ? $"“{(english ? metric.NameEn : metric.NameVi)}”" : id.Value);

    /// <summary>With its days when another version bears the same name: Thành phố Hồ Chí Minh before and after 2025-07-01 are two units.</summary>
    private static string NameOf(Unit unit, Lineage lineage, bool english)
    {
        var name = english ? unit.NameEn : unit.FullNameVi;
        var days = new Web.Formats(english ? Web.Language.English : Web.Language.Vietnamese);
        return lineage.VersionsOf(unit.Key.Code).Any(u => u.Key != unit.Key && u.FullNameVi == unit.FullNameVi)
            ? $"{name} ({days.Date(unit.Key.ValidFrom, "…")} – {days.Date(unit.ValidTo, "…")})"
            : name;
    }

    // Not the beginning of a longer key, as of a project or a budget line.
    [GeneratedRegex("(?<![A-Za-z0-9/])(?:VN|[0-9]{5}|[0-9]{2}|[a-z][a-z-]{1,30}[a-z])@(?:origin|[0-9]{4}-(?:0[1-9]|1[0-2])-(?:[0-2][0-9]|3[01]))(?![A-Za-z0-9/])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unit();

    // An id of one word (population, area) may also be a word of the sentence: it is one where the sentence says that it is.
    [GeneratedRegex(
        "\"?(?:(?<![A-Za-z0-9_])(?<id>[a-z][a-z0-9]*(?:_[a-z0-9]+)+)|(?<=(?:[Ss]ố liệu|[Cc]hỉ tiêu|gộp|[Vv]alues? of|[Ff]igure|[Mm]etric) \"?)(?<id>[a-z][a-z0-9]*))(?![\\p{L}\\p{N}_])\"?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Metric();
}
