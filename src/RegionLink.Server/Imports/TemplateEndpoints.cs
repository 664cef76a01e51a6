using System.Globalization;
using System.Net.Http.Headers;
using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;
using RegionLink.Runtime.Imports;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Imports;

/// <summary>Files out: empty templates, and templates filled with what is held.</summary>
public static class TemplateEndpoints
{
    public static void MapTemplates(this IEndpointRouteBuilder api)
    {
        api.MapGet("/templates", List).Produces<IReadOnlyList<TemplateBody>>().Requires(Right.ReadPublic);
        api.MapGet("/templates/{kind}.{format}", Template).Produces<string>(StatusCodes.Status200OK, TableEndpoints.Xlsx, TableEndpoints.Csv).Requires(Right.ReadPublic);
        api.MapGet("/exports/{kind}.{format}", Export).Produces<string>(StatusCodes.Status200OK, TableEndpoints.Xlsx, TableEndpoints.Csv).Requires(Right.Import);
    }

    /// <summary>The kinds of files there are, with their columns.</summary>
    public static IResult List(FileImports imports) => Results.Ok(imports.Kinds.Select(kind => TemplateBody.Of(imports.Find(kind)!.Template)));

    /// <summary>An empty template: xlsx with lists, hints and a guide, or csv.</summary>
    /// <param name="kind">See the list of templates.</param>
    /// <param name="format">xlsx or csv.</param>
    /// <param name="lang">vi or en; by Accept-Language when left out.</param>
    /// <param name="delimiter">Of csv: comma, or semicolon for spreadsheets set to Vietnamese.</param>
    public static IResult Template(string kind, string format, string? lang, string? delimiter, HttpContext http, FileImports imports)
    {
        var faults = Faults(kind, format, lang, delimiter, http, imports, "lang", "delimiter");
        return faults.Count > 0
            ? Problem.Of(faults[0].Field == "kind" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest, faults)
            : new TemplateResult(imports.Find(kind)!.Template, format, LanguageOf(lang, http), delimiter == "semicolon" ? ';' : ',', null);
    }

    /// <summary>What is held, in the same template: change it and send it back.</summary>
    /// <param name="kind">See the list of templates.</param>
    /// <param name="format">xlsx or csv.</param>
    /// <param name="unit">Whose rows; the caller's own unit when left out.</param>
    /// <param name="year">Fiscal year or year of the period; all when left out.</param>
    /// <param name="report">Id of the period whose report is meant; required for the kind report.</param>
    /// <param name="lang">vi or en; by Accept-Language when left out.</param>
    /// <param name="delimiter">Of csv: comma, or semicolon for spreadsheets set to Vietnamese.</param>
    public static IResult Export(
        string kind, string format, string? unit, string? year, string? report, string? lang, string? delimiter, HttpContext http, FileImports imports, CancellationToken ct)
    {
        var faults = Faults(kind, format, lang, delimiter, http, imports, "unit", "year", "report", "lang", "delimiter");
        var caller = http.Caller();
        var key = caller.Unit;
        if (unit is not null)
        {
            key = UnitKey.TryParse(unit, out var given) ? given : null;
        }

        if (key is null)
        {
            faults.Add(RequestRefusals.ParameterUnreadable.About("unit", "unit", unit, "79@2025-07-01"));
        }

        int? wanted = null;
        if (year is not null)
        {
            wanted = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1900 and <= 2200 ? number : null;
            if (wanted is null)
            {
                faults.Add(RequestRefusals.ParameterUnreadable.About("year", "year", year, "2026"));
            }
        }

        if (kind == "report" && report is not { Length: > 0 })
        {
            faults.Add(RequestRefusals.ParameterUnreadable.About("report", "report", report, "2026-11"));
        }

        if (faults.Count > 0)
        {
            return Problem.Of(faults[0].Field == "kind" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest, faults);
        }

        var right = ImportParameters.RightFor(kind);
        if (!caller.May(right))
        {
            return AccessAnswer.RightMissing(caller, right);
        }

        return caller.RefuseFor(key!.Value) ?? new TemplateResult(
            imports.Find(kind)!.Template, format, LanguageOf(lang, http), delimiter == "semicolon" ? ';' : ',',
            imports.Find(kind)!.ExportAsync(new ExportScope(key.Value, wanted, report, caller.AsViewer()), ct));
    }

    private static List<Refusal> Faults(
        string kind, string format, string? lang, string? delimiter, HttpContext http, FileImports imports, params string[] known)
    {
        var faults = new List<Refusal>();
        if (imports.Find(kind) is null)
        {
            faults.Add(ImportRefusals.KindUnknown.About("kind", kind, string.Join(", ", imports.Kinds)));
        }

        Check("format", format, "xlsx", "csv");
        Check("lang", lang, "vi", "en");
        Check("delimiter", delimiter, "comma", "semicolon");
        faults.AddRange(http.Request.Query.Keys.Where(name => !known.Contains(name)).Select(name => RequestRefusals.ParameterUnknown.About(name, name)));
        return faults;

        void Check(string name, string? value, string one, string other)
        {
            if (value is not null && value != one && value != other)
            {
                faults.Add(RequestRefusals.ParameterUnreadable.About(name, name, value, $"{one} | {other}"));
            }
        }
    }

    private static Language LanguageOf(string? lang, HttpContext http) => lang switch
    {
        "vi" => Language.Vi,
        "en" => Language.En,
        _ => TableEndpoints.IsVietnamese(http) ? Language.Vi : Language.En,
    };
}

/// <summary>A template as a download, written while its rows are read.</summary>
internal sealed record TemplateResult(
    ImportTemplate Template, string Format, Language Language, char Delimiter, IAsyncEnumerable<IReadOnlyDictionary<string, object?>>? Rows) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, ct) = (httpContext.Response, httpContext.RequestAborted);
        var rows = Rows is null ? null : await BeginAsync(Rows, ct);
        response.ContentType = Format == "xlsx" ? TableEndpoints.Xlsx : $"{TableEndpoints.Csv}; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{Template.Kind}.{Format}" }.ToString();
        await (Format == "xlsx"
            ? TemplateFile.WriteXlsxAsync(response.Body, Template, Language, rows, ct)
            : TemplateFile.WriteCsvAsync(response.Body, Template, Language, Delimiter, rows, ct));
    }

    /// <summary>The first row is awaited before anything is sent, so that a database that is away can still be answered with 503.</summary>
    private static async Task<IAsyncEnumerable<T>> BeginAsync<T>(IAsyncEnumerable<T> rows, CancellationToken ct)
    {
        var enumerator = rows.GetAsyncEnumerator(ct);
        var any = await enumerator.MoveNextAsync();
        return Rest();

        async IAsyncEnumerable<T> Rest()
        {
            await using (enumerator)
            {
                for (; any; any = await enumerator.MoveNextAsync())
                {
                    yield return enumerator.Current;
                }
            }
        }
    }
}

/// <summary>A template as the API describes it.</summary>
internal sealed record TemplateBody(string Kind, string Vi, string En, IReadOnlyList<TemplateColumnBody> Columns)
{
    public static TemplateBody Of(ImportTemplate template) => new(
        template.Kind, template.Vi, template.En,
        [.. template.Columns.Select(c => new TemplateColumnBody(c.Key, c.Vi, c.En, c.Type, c.Required, c.ReadOnly, c.HintVi, c.HintEn, c.Allowed))]);
}

/// <summary>A column of a template.</summary>
/// <param name="ReadOnly">Filled by exports, ignored when a file comes in.</param>
internal sealed record TemplateColumnBody(
    string Key, string Vi, string En, ColumnType Type, bool Required, bool ReadOnly, string HintVi, string HintEn, IReadOnlyList<AllowedValue> Allowed);
