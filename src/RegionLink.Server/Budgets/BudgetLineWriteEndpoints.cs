using System.Collections.Immutable;
using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Budgets;
using RegionLink.Runtime.Grains;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Budgets;

/// <summary>What can be done with a budget line. All of it needs the fiscal year to be open.</summary>
public static class BudgetLineWriteEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/budget-lines", RecordAsync).Produces<BudgetLineBody>(StatusCodes.Status201Created).Requires(Right.WriteBudgets);
        var line = routes.MapGroup("/budget-lines/{unit}/{year}/{number}");
        line.MapPost("/adjust", AdjustAsync).Produces<BudgetLineBody>().Requires(Right.WriteBudgets);
        line.MapPost("/classify", ClassifyAsync).Produces<BudgetLineBody>().Requires(Right.WriteBudgets);
        line.MapPost("/link", LinkAsync).Produces<BudgetLineBody>().Requires(Right.WriteBudgets);
        line.MapPost("/withdraw", WithdrawAsync).Produces<BudgetLineBody>().Requires(Right.WriteBudgets);
    }

    /// <summary>Takes in a budget line.</summary>
    public static async Task<IResult> RecordAsync(Body<NewLineBody> body, HttpContext http, BudgetLines lines, CancellationToken ct)
    {
        var line = body.Value;
        if (http.Caller().RefuseFor(line.Unit) is { } refused)
        {
            return refused;
        }

        var key = new BudgetLineKey(line.Unit, line.Year, line.Number);
        if (!BudgetLineKey.TryParse(key.ToString(), out _))
        {
            // No grain can have this key, so none can refuse it.
            return Problem.Of(
                StatusCodes.Status422UnprocessableEntity,
                BudgetLineRefusals.NumberInvalid.About("number", line.Number, BudgetLineKey.LongestNumber));
        }

        var command = new NewBudgetLine(line.Label, line.Project, line.Parent, line.Classification.AsClassification(), AmountBody.All(line.Amounts, http));
        var answer = await lines.RecordAsync(key, command, http.Envelope(), ct);
        return answer.ToCreated($"/api/v1/budget-lines/{key}", (state, version) => BudgetLineBody.Of(key, state, version));
    }

    /// <summary>Sets amounts: a stage that had one keeps the old amount and the reason in its history.</summary>
    /// <remarks>
    /// An amount about a thousand, a million or a billion times the old one is refused with <c>budget.line-scale-jump</c> until it is sent
    /// again with <c>confirmScaleJump</c>, the reason why it is right.
    /// </remarks>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="number">The number the province gave the line.</param>
    public static Task<IResult> AdjustAsync(
        string unit, string year, string number, Body<AdjustBody> body, HttpContext http, BudgetLines lines, CancellationToken ct) => SendAsync(
        $"{unit}/{year}/{number}",
        http,
        key => lines.ReviseAsync(
            key,
            new BudgetLineChange
            {
                Amounts = AmountBody.All(body.Value.Amounts, http),
                Reason = body.Value.Reason,
                ConfirmScaleJump = body.Value.ConfirmScaleJump,
            },
            http.Envelope(),
            ct));

    /// <summary>Says what a line is: whose money, for which activity, whether it is digital transformation and on what ground.</summary>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="number">The number the province gave the line.</param>
    public static Task<IResult> ClassifyAsync(
        string unit, string year, string number, Body<ClassificationBody> body, HttpContext http, BudgetLines lines, CancellationToken ct) => SendAsync(
        $"{unit}/{year}/{number}",
        http,
        key => lines.ReviseAsync(key, new BudgetLineChange { Classification = body.Value.AsClassification() }, http.Envelope(), ct));

    /// <summary>Names the project a line pays for, or none.</summary>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="number">The number the province gave the line.</param>
    public static Task<IResult> LinkAsync(
        string unit, string year, string number, Body<LinkBody> body, HttpContext http, BudgetLines lines, CancellationToken ct) => SendAsync(
        $"{unit}/{year}/{number}",
        http,
        key => lines.ReviseAsync(key, new BudgetLineChange { Project = new ProjectKeyLink(body.Value.Project) }, http.Envelope(), ct));

    /// <summary>Withdraws a line: it stays readable and counts nowhere.</summary>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="number">The number the province gave the line.</param>
    public static Task<IResult> WithdrawAsync(
        string unit, string year, string number, Body<WithdrawLineBody> body, HttpContext http, BudgetLines lines, CancellationToken ct) => SendAsync(
        $"{unit}/{year}/{number}",
        http,
        key => lines.WithdrawAsync(key, body.Value.Reason, http.Envelope(), ct));

    private static async Task<IResult> SendAsync(string text, HttpContext http, Func<BudgetLineKey, Task<GrainAnswer<BudgetLine>>> send)
    {
        if (!BudgetLineKey.TryParse(text, out var key))
        {
            return Problem.NotFound(text);
        }

        if (http.Caller().RefuseFor(key.Unit) is { } refused)
        {
            return refused;
        }

        var answer = await send(key);
        return answer is GrainAnswer<BudgetLine>.Refused no && no.Refusals.Any(r => r.Code == BudgetLineRefusals.LineUnknown.Code)
            ? Problem.NotFound(text)
            : answer.ToHttp((state, version) => BudgetLineBody.Of(key, state, version));
    }
}

/// <summary>A budget line to be taken in.</summary>
/// <param name="Unit">Whose budget.</param>
/// <param name="Year">Fiscal year; the province must have opened it.</param>
/// <param name="Number">1 to 60 unaccented letters, digits and . _ -; unique within the unit and year.</param>
/// <param name="Label">As published.</param>
/// <param name="Project">Key of the project it pays for; null when none.</param>
/// <param name="Parent">Key of the line it is a part of; null at the top. A parent is never summed with its parts.</param>
public sealed record NewLineBody(
    UnitKey Unit,
    int Year,
    string Number,
    string Label,
    ClassificationBody Classification,
    IReadOnlyList<AmountBody> Amounts,
    string? Project = null,
    string? Parent = null);

/// <param name="Category">Activity of article 4 of Law 148/2025/QH15, A01 to A12.</param>
/// <param name="Dx">Whether the line is digital transformation; null while nobody has said.</param>
/// <param name="Ground">Why it is or is not; needed as soon as <paramref name="Dx"/> is said.</param>
/// <param name="Floor">Floor of article 20.1 it counts towards.</param>
public sealed record ClassificationBody(
    Funding Funding, ActivityCategory? Category = null, bool? Dx = null, string? Ground = null, SpendingFloor Floor = SpendingFloor.None)
{
    internal Classification AsClassification() => new(Funding, Category, Dx, Ground, Floor);
}

/// <param name="Amount">Whole VND, 0 or more.</param>
/// <param name="Source">Document, file and cell, or system it comes from.</param>
public sealed record AmountBody(BudgetStage Stage, Money Amount, string? Source = null)
{
    internal static ImmutableArray<StageAmount> All(IReadOnlyList<AmountBody> amounts, HttpContext http)
    {
        var origin = http.Caller().Actor.Kind == ActorKind.Key ? Origin.Connected : Origin.Entered;
        return [.. amounts.Select(a => new StageAmount(a.Stage, a.Amount, origin, a.Source))];
    }
}

/// <param name="Reason">Needed when an amount that stands is changed.</param>
/// <param name="ConfirmScaleJump">Answer to <c>budget.line-scale-jump</c>: why the amount is right all the same.</param>
public sealed record AdjustBody(IReadOnlyList<AmountBody> Amounts, string? Reason = null, string? ConfirmScaleJump = null);

/// <param name="Project">Key of the project; null for none.</param>
public sealed record LinkBody(string? Project);

public sealed record WithdrawLineBody(string Reason);
