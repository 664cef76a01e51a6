using System.Globalization;

namespace RegionLink.Server.Web;

/// <summary>
/// One text of the pages in both languages, side by side. Texts are static fields of a <c>…Texts</c> class beside the pages that use them: a
/// key that does not exist does not compile, and a test reads every field for a language that was left empty.
/// </summary>
/// <param name="Vi">Vietnamese; <c>{0}</c>, <c>{1}</c>… stand for values, already formatted for the reader.</param>
/// <param name="En">English, with the same values.</param>
public sealed record Text(string Vi, string En)
{
    /// <summary>For what the domain keeps in both languages already.</summary>
    public static implicit operator Text((string Vi, string En) pair) => new(pair.Vi, pair.En);

    public string In(Language language) => language is Language.English ? En : Vi;

    public string In(Language language, params object?[] values) => string.Format(CultureInfo.InvariantCulture, In(language), values);
}
