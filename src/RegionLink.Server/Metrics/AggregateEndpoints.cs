using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Runtime.Metrics;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.OpenApi;

namespace RegionLink.Server.Metrics;

/// <summary>
/// Values of metrics on any boundaries: sums add, ratios are recomputed from their parts, a rank is refused, a figure of a predecessor that
/// was split is never apportioned. Answers 200 with a reason in place of every value there is none of.
/// </summary>
public static class AggregateEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/metrics/{id}/aggregate", OfOneAsync).Produces<AggregatesBody>().NeedsQuery("period").Requires(Right.ReadPublic);
        api.MapGet("/aggregates", OfManyAsync).Produces<AggregatesBody>().NeedsQuery("metrics", "period").Requires(Right.ReadPublic);
    }

    /// <summary>One metric for units and periods, on the boundaries of any day; as JSON, CSV, Excel or newline-delimited JSON.</summary>
    /// <param name="id">Such as dx_budget_share.</param>
    /// <param name="period">Years, months, days or stretches: 2021,2022,2022-10,2024-12-15/2025-01-14.</param>
    /// <param name="boundary">The units in force on this day, yyyy-MM-dd; today when left out.</param>
    /// <param name="within">Code of the unit whose parts are meant, itself included: southeast (when left out), VN, or 79 for its communes.</param>
    /// <param name="units">Keys instead of boundary and within: 79@2025-07-01,77@origin.</param>
    /// <param name="asOf">A day (its end in Vietnam) or a moment: what was known then. Left out: what holds now.</param>
    /// <param name="stage">Stage of budget amounts: submitted, decided, executed or settled; decided when left out.</param>
    /// <param name="method">Another than the usual method, where the metric has one.</param>
    /// <param name="illustrative">False leaves sample data out; else values made of it carry the mark.</param>
    /// <param name="parts">False leaves out the observations behind each value; sums over many months then come several times sooner.</param>
    public static async Task<IResult> OfOneAsync(
        string id, string? period, string? boundary, string? within, string? units, string? asOf, string? stage, string? method, string? illustrative, string? parts,
        HttpContext http, Aggregates aggregates, ReferenceCache reference, TimeProvider clock, CancellationToken ct) =>
        (await reference.GetAsync(ct)).Metrics.Find(id) is null
            ? Problem.Of(StatusCodes.Status404NotFound, MetricRefusals.Unknown.With(id))
            : await AnswerAsync(id, http, aggregates, reference, clock, ct);

    /// <summary>Several metrics at once, for the same units and periods; at most 20,000 values.</summary>
    /// <param name="metrics">Ids with commas between.</param>
    /// <param name="period">Years, months, days or stretches: 2021,2022,2022-10,2024-12-15/2025-01-14.</param>
    /// <param name="boundary">The units in force on this day, yyyy-MM-dd; today when left out.</param>
    /// <param name="within">Code of the unit whose parts are meant, itself included: southeast (when left out), VN, or 79 for its communes.</param>
    /// <param name="units">Keys instead of boundary and within: 79@2025-07-01,77@origin.</param>
    /// <param name="asOf">A day (its end in Vietnam) or a moment: what was known then. Left out: what holds now.</param>
    /// <param name="stage">Stage of budget amounts: submitted, decided, executed or settled; decided when left out.</param>
    /// <param name="method">Another than the usual method, for the metrics that have it.</param>
    /// <param name="illustrative">False leaves sample data out; else values made of it carry the mark.</param>
    /// <param name="parts">False leaves out the observations behind each value; sums over many months then come several times sooner.</param>
    public static Task<IResult> OfManyAsync(
        string? metrics, string? period, string? boundary, string? within, string? units, string? asOf, string? stage, string? method, string? illustrative, string? parts,
        HttpContext http, Aggregates aggregates, ReferenceCache reference, TimeProvider clock, CancellationToken ct) =>
        AnswerAsync(null, http, aggregates, reference, clock, ct);

    private static async Task<IResult> AnswerAsync(
        string? metric, HttpContext http, Aggregates aggregates, ReferenceCache cache, TimeProvider clock, CancellationToken ct)
    {
        var reference = await cache.GetAsync(ct);
        var parameters = new AggregateParameters(
            http.Request.Query, reference, new CommandContext(http.Caller().Actor, clock.GetUtcNow()).Today);
        var (question, refused) = parameters.Read(metric);
        if (question is null)
        {
            return refused!;
        }

        if (await aggregates.AnswerAsync(question, reference, http.Caller().AsViewer(), ct) is not { } answers)
        {
            return Problem.Of(
                StatusCodes.Status422UnprocessableEntity,
                MetricRefusals.AskedTooMuch.With((FormattableString)$"> {HeldObservationReader.MostRows}", HeldObservationReader.MostRows));
        }

        http.Response.Headers.Vary = "Accept, Accept-Language, Cookie, Authorization";
        if (TableEndpoints.WantedFile(http) is { } type)
        {
            var vietnamese = TableEndpoints.IsVietnamese(http);
            return new TableFile(AggregateTable.Definition, type, AggregateTable.RowsOf(answers, reference, vietnamese), vietnamese);
        }

        return TypedResults.Ok(new AggregatesBody(
            parameters.Boundary, question.AsOf, question.Stage, [.. answers.Select(a => AggregateBody.Of(a, reference, question.WithParts))]));
    }
}
