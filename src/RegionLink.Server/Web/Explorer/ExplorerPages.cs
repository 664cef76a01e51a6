using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using RegionLink.Domain.Metrics;
using RegionLink.Runtime.Metrics;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Metrics;
using RegionLink.Server.Web.Maps;

namespace RegionLink.Server.Web.Explorer;

/// <summary>The researcher's explorer: the API's aggregates as a page, with the same parameters.</summary>
internal static class ExplorerPages
{
    private const string Licence = "</glossary#licence>; rel=\"license\"";

    public static void MapExplorer(this IEndpointRouteBuilder pages)
    {
        pages.MapPage("/explorer", ShowAsync).Requires(Right.ReadPublic);
        pages.MapPage("/explorer/download.{format}", DownloadAsync).Requires(Right.ReadPublic);
    }

    private static async Task<IResult> ShowAsync(
        View view, Aggregates aggregates, ReferenceCache cache, Shapes shapes, TimeProvider clock, CancellationToken ct)
    {
        var reference = await cache.GetAsync(ct);
        if (!view.Http.Request.Query.ContainsKey("metrics") && !view.Http.Request.Query.ContainsKey("period"))
        {
            return PageEndpoints.Page<ExplorerPage>((nameof(ExplorerPage.Reference), reference));
        }

        var (answer, refused) = await AnswerAsync(view, aggregates, reference, ct);
        return refused ?? PageEndpoints.Page<ExplorerPage>(
            (nameof(ExplorerPage.Reference), reference),
            (nameof(ExplorerPage.Answer), answer! with
            {
                Shapes = shapes.On(answer.Boundary ?? view.Today),
                AnsweredAt = clock.GetUtcNow(),
            }));
    }

    /// <summary>The same answer as a file: csv, xlsx or json, each value with its sources.</summary>
    private static async Task<IResult> DownloadAsync(
        string format, View view, Aggregates aggregates, ReferenceCache cache, IOptions<JsonOptions> json, CancellationToken ct)
    {
        var reference = await cache.GetAsync(ct);
        var type = format switch { "csv" => TableEndpoints.Csv, "xlsx" => TableEndpoints.Xlsx, "json" => "application/json", _ => null };
        if (type is null)
        {
            return Problem.NotFound(format);
        }

        var (answer, refused) = await AnswerAsync(view, aggregates, reference, ct);
        if (refused is not null)
        {
            return refused;
        }

        view.Http.Response.Headers.Append("Link", Licence);
        if (format == "json")
        {
            var body = new AggregatesBody(
                answer!.Boundary, answer.Question.AsOf, answer.Question.Stage, [.. answer.Values.Select(a => AggregateBody.Of(a, reference, answer.Question.WithParts))]);
            return Results.File(JsonSerializer.SerializeToUtf8Bytes(body, json.Value.SerializerOptions), "application/json; charset=utf-8", "aggregates.json");
        }

        var vietnamese = view.Language is Language.Vietnamese;
        return new TableFile(AggregateTable.Definition, type, AggregateTable.RowsOf(answer!.Values, reference, vietnamese), vietnamese);
    }

    private static async Task<(ExplorerAnswer? Answer, IResult? Refused)> AnswerAsync(
        View view, Aggregates aggregates, Reference reference, CancellationToken ct)
    {
        var parameters = new AggregateParameters(ExplorerAnswer.ParametersOf(view.Http.Request.Query), reference, view.Today);
        var (question, refused) = parameters.Read(null);
        if (question is null)
        {
            return (null, refused);
        }

        return await aggregates.AnswerAsync(question, reference, view.Eyes, ct) is { } values
            ? (new ExplorerAnswer(question, parameters.Boundary, values), null)
            : (null, Problem.Of(
                StatusCodes.Status422UnprocessableEntity,
                MetricRefusals.AskedTooMuch.With((FormattableString)$"> {HeldObservationReader.MostRows}", HeldObservationReader.MostRows)));
    }
}

/// <summary>What was asked and what came of it.</summary>
/// <param name="Boundary">Null when units were named.</param>
public sealed record ExplorerAnswer(AggregateQuestion Question, DateOnly? Boundary, IReadOnlyList<Aggregate> Values)
{
    private static readonly string[] PageOnly = ["view", LanguageChoice.Parameter];
    private static readonly string[] Days = ["boundary", "asOf"];

    public IReadOnlyList<Shape> Shapes { get; init; } = [];

    /// <summary>When the answer was given: pinned in the link that gives it again.</summary>
    public DateTimeOffset AnsweredAt { get; init; }

    /// <summary>
    /// The query string without what only the page knows and without fields a form left empty. A form always sends a region and a day; they are
    /// not meant where units were ticked. Days come as people type them.
    /// </summary>
    public static QueryCollection ParametersOf(IQueryCollection query) => new(query
        .Where(q => !PageOnly.Contains(q.Key) && !string.IsNullOrWhiteSpace(q.Value.ToString()))
        .Where(q => q.Key is not ("within" or "boundary") || string.IsNullOrWhiteSpace(query["units"].ToString()))
        .ToDictionary(q => q.Key, q => new StringValues(Days.Contains(q.Key) && Typed.Day(q.Value.ToString()) is { } day ? View.Day(day) : q.Value.ToString())));

    /// <summary>Parameters that give this very answer again, whatever is recorded or merged later.</summary>
    public (string Name, object? Value)[] Pinned(IQueryCollection query) =>
    [
        .. ParametersOf(query).Where(q => q.Key is not ("asOf" or "boundary")).Select(q => (q.Key, (object?)q.Value.ToString())),
        ("boundary", Boundary),
        ("asOf", (Question.AsOf ?? AnsweredAt).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture)),
    ];
}
