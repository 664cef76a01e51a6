using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using RegionLink.Domain.Common;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.ReferenceData;

namespace RegionLink.Server.Web;

/// <summary>What every part of a page knows about its reader: language, formats, who is calling, today. One per request.</summary>
public sealed class View(TimeProvider clock, Assets assets, ReferenceCache reference)
{
    private HttpContext? _http;
    private Formats? _formats;

    /// <summary>Where the log ended before the page was read; null where nobody follows it.</summary>
    public LogPosition? Since { get; set; }

    public HttpContext Http => _http ?? throw new InvalidOperationException("The view is read by the page endpoints.");

    public Formats Format => _formats ?? throw new InvalidOperationException("The view is read by the page endpoints.");

    public Language Language => Format.Language;

    public Caller Caller => Http.Caller();

    /// <summary>Whose eyes the lists are read with: the same as over the API.</summary>
    public TableViewer Eyes => Caller.AsViewer();

    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => new CommandContext(Caller.Actor, clock.GetUtcNow()).Today;

    public void Read(HttpContext http)
    {
        _http = http;
        _formats = new Formats(LanguageChoice.Read(http));
    }

    public string T(Text text) => text.In(Language);

    public string T(Text text, params object?[] values) => text.In(Language, values);

    /// <summary>A reason in the reader's language, with units and metrics by their names.</summary>
    public string T(Refusal refusal) => refusal.Named(reference.Current) is var named && Language is Language.English ? named.En : named.Vi;

    /// <summary>Title of an act on record; null when there is none of this number.</summary>
    public ActTitle? Act(string number) => reference.Current?.Acts.GetValueOrDefault(number);

    /// <summary>Words of the provinces folder in the reader's language, as far as somebody worded them; else as they are.</summary>
    public string Worded(string words) => Language is Language.English ? words : reference.Current?.Wordings.GetValueOrDefault(words) ?? words;

    /// <summary>Address of a file that browsers may keep for ever.</summary>
    public string Asset(string name) => assets.AddressOf(name);

    /// <summary>This page with some parameters changed; null takes one out. The language stays out of links: it is remembered.</summary>
    public string Link(params (string Name, object? Value)[] changes) => Address(Http.Request.Path, [LanguageChoice.Parameter, .. changes.Select(c => c.Name)], changes);

    /// <summary>This very page in a language.</summary>
    public string In(Language language) => Address(Http.Request.Path, [LanguageChoice.Parameter], [(LanguageChoice.Parameter, language.Code())]);

    /// <summary>This page as an address that can be sent to somebody, with the host.</summary>
    public string Permanent => $"{Http.Request.Scheme}://{Http.Request.Host}{Link()}";

    private string Address(string path, IReadOnlyCollection<string> without, IEnumerable<(string Name, object? Value)> with) =>
        To(path, [.. Http.Request.Query.Where(q => !without.Contains(q.Key)).Select(q => (q.Key, (object?)q.Value.ToString())), .. with]);

    /// <summary>An address with parameters, encoded; null and empty values are left out.</summary>
    public static string To(string path, params (string Name, object? Value)[] parameters) => QueryHelpers.AddQueryString(
        path,
        parameters
            .Select(p => KeyValuePair.Create(p.Name, Convert.ToString(p.Value is DateOnly day ? Day(day) : p.Value, CultureInfo.InvariantCulture)))
            .Where(p => !string.IsNullOrEmpty(p.Value))!);

    /// <summary>As days are written in addresses.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
