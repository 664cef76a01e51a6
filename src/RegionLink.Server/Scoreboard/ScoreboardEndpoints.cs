using System.Globalization;
using Microsoft.Net.Http.Headers;
using RegionLink.Domain.Common;
using RegionLink.Domain.Units;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Scoreboard;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Scoreboard;

/// <summary>The region's scoreboard. Public: what the region promised and how it stands is meant to be known (budgets of provinces are public by law).</summary>
public static class ScoreboardEndpoints
{
    internal const string Southeast = "southeast";
    private const int FirstYear = 1976;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/scoreboard", GetAsync).Produces<BoardBody>().Requires(Right.ReadPublic);

    /// <summary>Units × targets: verdict, value, gap, parts, source; as JSON, CSV or Excel.</summary>
    /// <param name="year">Fiscal year; the present one when left out.</param>
    /// <param name="stage">Stage of budget amounts: submitted, decided, executed or settled; decided when left out.</param>
    /// <param name="boundary">The rows are the units in force on this day, yyyy-MM-dd; today when left out.</param>
    /// <param name="region">Code of the region; southeast when left out.</param>
    public static async Task<IResult> GetAsync(
        string? year, string? stage, string? boundary, string? region, HttpContext http, BoardCache<RenderedBoard> boards, ReferenceCache reference,
        TimeProvider clock, CancellationToken ct)
    {
        var today = new CommandContext(http.Caller().Actor, clock.GetUtcNow()).Today;
        var faults = new List<Refusal>();
        var question = new BoardQuestion(
            Year(year, today, faults), Stage(stage, faults), Day(boundary, today, faults), region ?? Southeast,
            http.Caller() is { IsRegion: true } caller && caller.May(Right.ReadUnshared));
        faults.AddRange(http.Request.Query.Keys
            .Except([nameof(year), nameof(stage), nameof(boundary), nameof(region)])
            .Select(name => RequestRefusals.ParameterUnknown.About(name, name)));
        if (faults.Count > 0)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, faults);
        }

        var lineage = (await reference.GetAsync(ct)).Lineage;
        if (lineage.OfCode(question.Region, question.Boundary) is not { Level: UnitLevel.Region })
        {
            return Problem.Of(
                StatusCodes.Status422UnprocessableEntity,
                UnitRefusals.CodeUnknownOn.About(nameof(region), question.Region, question.Boundary));
        }

        var board = await boards.GetAsync(question, ct);
        http.Response.Headers.Vary = "Accept, Cookie, Authorization";
        if (TableEndpoints.WantedFile(http) is { } type)
        {
            var vietnamese = TableEndpoints.IsVietnamese(http);
            return new TableFile(BoardTable.Definition, type, BoardTable.RowsOf(board.Board, vietnamese), vietnamese);
        }

        // Always asked again: whether it still holds is known here, at the price of one short question to the log.
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(board.Json, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue(board.ETag));
    }

    private static int Year(string? text, DateOnly today, List<Refusal> faults)
    {
        if (text is null)
        {
            return today.Year;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= 9998)
        {
            return year;
        }

        faults.Add(RequestRefusals.ParameterUnreadable.About("year", "year", text, "yyyy"));
        return today.Year;
    }

    private static BudgetStage Stage(string? text, List<Refusal> faults)
    {
        foreach (var stage in Enum.GetValues<BudgetStage>())
        {
            if (text is null ? stage is BudgetStage.Decided : Runtime.Grains.ProjectionStatement.WordOf(stage) == text)
            {
                return stage;
            }
        }

        faults.Add(RequestRefusals.ParameterUnreadable.About("stage", "stage", text!, "submitted | decided | executed | settled"));
        return BudgetStage.Decided;
    }

    private static DateOnly Day(string? text, DateOnly today, List<Refusal> faults)
    {
        if (text is null)
        {
            return today;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        faults.Add(RequestRefusals.ParameterUnreadable.About("boundary", "boundary", text, "yyyy-MM-dd"));
        return today;
    }
}
