using System.Text.Json;
using RegionLink.Domain.Budgets;
using RegionLink.Runtime.Budgets;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Budgets;

/// <summary>One budget line, and everything that happened to it.</summary>
public static class BudgetLineReadEndpoints
{
    private const int MostChanges = 1_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/budget-lines/{unit}/{year}/{number}", GetAsync).Produces<BudgetLineView>().Requires(Right.ReadPublic);
        routes.MapGet("/histories/budget-lines", HistoriesAsync).Produces<IReadOnlyList<HistoryOfOne>>().Requires(Right.ReadPublic);
        routes.MapGet("/budget-lines/{unit}/{year}/{number}/history", HistoryAsync).Produces<IReadOnlyList<BudgetLineChangeView>>().Requires(Right.ReadPublic);
    }

    /// <summary>A budget line with its amounts, where each came from, and its parts.</summary>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="number">The number the province gave the line.</param>
    public static async Task<IResult> GetAsync(
        string unit, string year, string number, HttpContext http, BudgetLineReader lines, SharedUnits sharing, CancellationToken ct)
    {
        var text = $"{unit}/{year}/{number}";
        return await VisibleAsync(text, http, sharing, ct) is { } key && await lines.FindAsync(key, http.Caller().AsViewer(), ct) is { } line
            ? Results.Ok(line).WithVersion(line.Version)
            : Problem.NotFound(text);
    }

    /// <summary>Every change of a budget line, oldest first: old amounts, reasons, answers to questions.</summary>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="number">The number the province gave the line.</param>
    public static async Task<IResult> HistoryAsync(
        string unit, string year, string number, HttpContext http, LogReader log, SharedUnits sharing, CancellationToken ct)
    {
        var text = $"{unit}/{year}/{number}";
        if (await VisibleAsync(text, http, sharing, ct) is null)
        {
            return Problem.NotFound(text);
        }

        var events = await log.ReadStreamAsync(BudgetLineGrain.Type.StreamOf(text), 0, MostChanges, http.Caller().AsViewer(), ct);
        return events.Count == 0
            ? Problem.NotFound(text)
            : Results.Ok(events.Select(e => new BudgetLineChangeView(e.Version, e.At, e.By.ToString(), e.Type, JsonElement.Parse(e.Data))));
    }

    /// <summary>The newest changes of many budget lines at once, within each oldest first. What does not exist or is not for these eyes is left out.</summary>
    /// <param name="ids">Keys of budget lines, separated by commas; at most 500.</param>
    /// <param name="last">So many changes of each, 1-200; 50 when left out.</param>
    /// <param name="before">Only changes before this version; the newest when left out.</param>
    public static async Task<IResult> HistoriesAsync(
        string ids, int? last, long? before, HttpContext http, LogReader log, SharedUnits sharing, CancellationToken ct)
    {
        if (!HistoriesRequest.TryRead(ids, last, before, out var asked, out var fault))
        {
            return fault;
        }

        var readable = await asked.ReadableAsync(key => BudgetLineKey.TryParse(key, out _), BudgetLineTable.Sharing, sharing, http, ct);
        return Results.Ok(await asked.OfAsync(readable, BudgetLineGrain.Type.StreamOf, log, http.Caller().AsViewer(), ct));
    }

    /// <summary>The key; null when it is none or the caller may not know of the line.</summary>
    public static async Task<BudgetLineKey?> VisibleAsync(string text, HttpContext http, SharedUnits sharing, CancellationToken ct) =>
        BudgetLineKey.TryParse(text, out var key)
        && await sharing.HiddenAsync([key.Unit.ToString()], BudgetLineTable.Sharing, http.Caller().AsViewer(), ct) is []
            ? key
            : null;
}

/// <summary>One change of a budget line.</summary>
/// <param name="By">Who made it, as kind and identifier.</param>
/// <param name="Type">What happened: <c>recorded</c>, <c>amount-adjusted</c>, <c>reclassified</c>, <c>relinked</c>, <c>withdrawn</c>.</param>
/// <param name="Fact">The fact as stored.</param>
public sealed record BudgetLineChangeView(long Version, DateTimeOffset At, string By, string Type, JsonElement Fact);
