using RegionLink.Domain.Common;
using RegionLink.Domain.Targets;

namespace RegionLink.Domain.Tests.Targets;

/// <summary>Targets in named states, and the few words the tests share.</summary>
internal static class TargetHistory
{
    public static readonly UnitKey HoChiMinhCity = UnitKey.Parse("79@2025-07-01");

    public static readonly Goal OnePercent = new(GoalDirection.AtLeast, 1m);

    public static readonly TargetEvent.Set BudgetFloor = new(
        "dx_budget_share",
        new TargetScope(ScopeKind.EachProvince),
        "percent",
        new TargetTerms(OnePercent, new TargetValidity(Day("2022-07-12"), null, Due.EachYear(2022)), Trajectory.None, "Proposal of 2022-07-12"),
        Illustrative: false);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static Target Given(params TargetEvent[] facts) => facts.Aggregate(Target.Initial, Target.Evolve);

    public static Decision<TargetEvent> When(this Target target, TargetCommand command, string today = "2026-11-22") => Target.Decide(
        target, command, new CommandContext(new Actor(ActorKind.User, "1"), new DateTimeOffset(Day(today), TimeOnly.MinValue, TimeSpan.FromHours(7)).ToUniversalTime()));

    public static TargetTerms Floor(decimal threshold, string from) =>
        BudgetFloor.Terms with { Goal = new Goal(GoalDirection.AtLeast, threshold), Validity = new TargetValidity(Day(from), null, Due.EachYear(Day(from).Year)) };

    public static string[] Codes(this Decision<TargetEvent> decision) => [.. decision.Refusals.Select(refusal => refusal.Code)];
}
