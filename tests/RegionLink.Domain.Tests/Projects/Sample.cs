using System.Collections.Immutable;
using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;

namespace RegionLink.Domain.Tests.Projects;

/// <summary>Projects in named states, and short words for what the tests speak about.</summary>
internal static class Sample
{
    public static readonly ProjectKey Key = new(UnitKey.Parse("79@2025-07-01"), "DA-001");
    public static readonly DateOnly ProposedOn = new(2026, 7, 1);
    public static readonly DateOnly ApprovedOn = new(2026, 7, 10);
    public static readonly DateOnly StartedOn = new(2026, 7, 20);

    /// <summary>Noon of 2026-12-01 in Vietnam.</summary>
    public static readonly CommandContext Now = new(new Actor(ActorKind.User, "u1"), new DateTimeOffset(2026, 12, 1, 5, 0, 0, TimeSpan.Zero));

    public static ProjectProfile Profile { get; } = new(
        "Kho dữ liệu dùng chung",
        "Sở Khoa học và Công nghệ",
        Pillar.Government,
        ActivityCategory.A03,
        SpendingForm.InvestmentProject,
        LegalRegime.Decree224Of2026,
        [new FundingSource(FundingKind.State, "Vốn đầu tư công", Vnd(8_000)), new FundingSource(FundingKind.NonState, "Doanh nghiệp", Vnd(2_000))]);

    public static ProjectEvent.Proposed Proposed { get; } = new(Key.Unit, Key.Number, Profile, ProposedOn, Illustrative: false);

    public static ProjectEvent.Approved Approved { get; } = new(Vnd(10_000), new DocumentRef("12/QĐ-UBND", ApprovedOn));

    public static ProjectEvent.StepsPlanned Plan { get; } = new(
        [
            new PlannedStep("B1", "Lập dự án", StepPhase.Preparation, true, new DateOnly(2026, 9, 30)),
            new PlannedStep("B2", "Khảo sát thêm", StepPhase.Preparation, false, new DateOnly(2026, 10, 31)),
            new PlannedStep("B3", "Triển khai", StepPhase.Implementation, true, new DateOnly(2027, 3, 31)),
        ],
        ProposedOn);

    public static Project ProposedProject { get; } = Given(Proposed, Plan);

    public static Project ApprovedProject { get; } = Given(Proposed, Plan, Approved);

    /// <summary>Ceiling 10,000 VND; steps B1, B2 (not required), B3; running since 2026-07-20.</summary>
    public static Project RunningProject { get; } = Given(Proposed, Plan, Approved, new ProjectEvent.Started(StartedOn));

    public static Money Vnd(long amount) => new(amount);

    public static DateOnly Day(int month, int day) => new(2026, month, day);

    public static Project Given(params ProjectEvent[] facts) => facts.Aggregate(Project.Initial, Project.Evolve);

    public static Project And(this Project state, params ProjectEvent[] facts) => facts.Aggregate(state, Project.Evolve);

    public static Decision<ProjectEvent> When(this Project state, ProjectCommand command) => Project.Decide(state, command, Now);

    /// <summary>Carries the command out; fails with the refusals when it is refused.</summary>
    public static Project Do(this Project state, ProjectCommand command)
    {
        var decision = state.When(command);
        Assert.True(decision.Accepted, string.Join("; ", decision.Refusals.Select(r => $"{r.Code} {r.Field}: {r.En}")));
        return decision.Events.Aggregate(state, Project.Evolve);
    }

    public static string[] Codes(this Decision<ProjectEvent> decision) => [.. decision.Refusals.Select(r => r.Code["project.".Length..])];

    public static ProgressReport Report(DateOnly asOf, decimal percent, long disbursed, decimal? plan = null, long? planned = null) =>
        new(asOf, percent, Vnd(disbursed), plan, planned is { } p ? Vnd(p) : null, ImmutableArray<DelayReason>.Empty);
}
