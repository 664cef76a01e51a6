using RegionLink.Domain.Common;
using RegionLink.Domain.Provinces;

namespace RegionLink.Domain.Tests.Provinces;

/// <summary>A past, a command, an answer.</summary>
internal static class ProvinceHistory
{
    public const string Resolution = "Nghị quyết dự toán";

    public static readonly CommandContext Context = new(new Actor(ActorKind.User, "lan"), new DateTimeOffset(2026, 11, 20, 2, 0, 0, TimeSpan.Zero));

    public static Province Given(params ProvinceEvent[] past) => past.Aggregate(Province.Initial, Province.Evolve);

    public static Decision<ProvinceEvent> Answer(this Province state, ProvinceCommand command) => Province.Decide(state, command, Context);

    public static ProvinceEvent Opened(int year, bool illustrative = false) => new ProvinceEvent.FiscalYearOpened(year, illustrative);

    public static ProvinceEvent Closed(int year) => new ProvinceEvent.FiscalYearClosed(year);

    public static ProvinceEvent Known(int year, long vnd, BudgetStage stage = BudgetStage.Decided, string form = "B46", bool illustrative = false) =>
        new ProvinceEvent.TotalRecorded(year, stage, form, new Money(vnd), Origin.Entered, Resolution, illustrative);

    public static ProvinceCommand.RecordTotal Record(
        int year, long vnd, BudgetStage stage = BudgetStage.Decided, string form = "B46", bool illustrative = false, string? confirm = null) =>
        new(year, stage, form, new Money(vnd), Origin.Entered, Resolution, illustrative, confirm);

    public static string[] Codes(this Decision<ProvinceEvent> decision) => [.. decision.Refusals.Select(r => r.Code)];
}
