using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using RegionLink.Domain.Projects;
using static RegionLink.Domain.Tests.Projects.Sample;

namespace RegionLink.Domain.Tests.Projects;

/// <summary>What holds whatever is ordered in whatever order. Commands are drawn wild: most are refused, as in life.</summary>
public sealed class ProjectProperties
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 160).Select(d => ProposedOn.AddDays(d));

    private static readonly Gen<long> Amounts = Gen.Frequency((5, Gen.Choose(0, 6_000).Select(a => (long)a)), (1, Gen.Choose(-5, 40_000).Select(a => (long)a)));

    private static readonly Gen<string> Codes = Gen.Elements("B1", "B2", "B3", "B4", "B5");

    private static readonly Gen<string?> Whys = Gen.Elements("lý do", null, " ");

    private static readonly Gen<ProjectCommand> Commands = Gen.Frequency(
        (6, from day in Days from percent in Gen.Choose(-1, 101) from paid in Amounts from plan in Gen.Choose(0, 100) from why in Whys
            select (ProjectCommand)new ProjectCommand.ReportProgress(
                Report(day, percent, paid, plan) with { CorrectionReason = why, DelayReasons = [DelayReason.Bidding] })),
        (4, from n in Gen.Choose(1, 6) from amount in Amounts from day in Days
            select (ProjectCommand)new ProjectCommand.CommitFunds($"HĐ-{n}", "Công ty", Vnd(amount), day)),
        (1, from n in Gen.Choose(1, 6) select (ProjectCommand)new ProjectCommand.ReleaseFunds($"HĐ-{n}", "Hủy")),
        (3, from ceiling in Amounts from day in Days from funding in Gen.Elements(0L, 20_000L)
            select (ProjectCommand)new ProjectCommand.AdjustCeiling(
                Vnd(ceiling), new DocumentRef("1/QĐ", day), "Điều chỉnh",
                funding == 0 ? null : [new FundingSource(FundingKind.State, "Vốn", Vnd(funding))])),
        (2, from day in Days from due in Days from code in Codes
            select (ProjectCommand)new ProjectCommand.Replan(day, "Chờ vốn", "UBND", null, [new NewDue(code, due.AddDays(100))], [])),
        (1, from due in Days from code in Codes
            select (ProjectCommand)new ProjectCommand.AddSteps([new PlannedStep(code, "Bước", StepPhase.Closing, true, due)], "B1")),
        (2, from day in Days from code in Codes from why in Whys select (ProjectCommand)new ProjectCommand.FinishStep(code, day, null, why)),
        (1, from day in Days from code in Codes select (ProjectCommand)new ProjectCommand.SkipStep(code, day, "Không cần")),
        (1, from code in Codes select (ProjectCommand)new ProjectCommand.ReopenStep(code, "Nhầm")),
        (1, Days.Select(d => (ProjectCommand)new ProjectCommand.Pause(d, "Chờ vốn"))),
        (1, Days.Select(d => (ProjectCommand)new ProjectCommand.Resume(d, null))),
        (1, Days.Select(d => (ProjectCommand)new ProjectCommand.Complete(d, null))));

    private static readonly Arbitrary<List<ProjectCommand>> Lives =
        Gen.Choose(0, 60).SelectMany(n => Commands.ListOf(n)).Select(c => c.ToList()).ToArbitrary();

    [Fact]
    public void Neither_commitments_nor_disbursement_pass_the_ceiling_whatever_the_order() => Holds(Lives, commands =>
        States(commands).All(p =>
            p.Committed() <= p.Ceiling!.Value && p.Disbursed() <= p.Ceiling.Value && p.Profile!.TotalFunding() >= p.Ceiling.Value));

    [Fact]
    public void Replay_from_zero_equals_replay_from_a_snapshot_taken_anywhere() => Holds(Lives, commands =>
    {
        var facts = Facts(commands);
        var whole = Given([.. facts]);
        return Enumerable.Range(0, facts.Count + 1).All(cut =>
        {
            var snapshot = JsonSerializer.Serialize(Given([.. facts.Take(cut)]), Json);
            var resumed = JsonSerializer.Deserialize<Project>(snapshot, Json)!.And([.. facts.Skip(cut)]);
            return JsonSerializer.Serialize(resumed, Json) == JsonSerializer.Serialize(whole, Json);
        });
    });

    [Fact]
    public void Days_of_the_course_never_go_back_and_every_move_is_legal() => Holds(Lives, commands =>
    {
        var course = States(commands)[^1].Course;
        return course.Zip(course.Skip(1)).All(m => m.First.State.Next().Contains(m.Second.State) && m.First.On <= m.Second.On);
    });

    [Fact]
    public void A_due_date_once_promised_stays_on_record() => Holds(Lives, commands =>
    {
        var states = States(commands);
        return states.Zip(states.Skip(1)).All(pair => pair.First.Steps.All(before =>
            pair.Second.Step(before.Code)!.Dues.Take(before.Dues.Length).SequenceEqual(before.Dues)));
    });

    [Fact]
    public void A_replanning_never_changes_who_was_late_before_it() => Holds(Lives, commands =>
    {
        var states = States(commands);
        return states.Zip(states.Skip(1)).Where(p => p.Second.Baselines.Length > p.First.Baselines.Length).All(pair =>
        {
            var eve = pair.Second.Baselines[^1].On.AddDays(-1);
            return Timeliness.Of(pair.First, eve).Overdue.SequenceEqual(Timeliness.Of(pair.Second, eve).Overdue);
        });
    });

    [Fact]
    public void A_command_carried_out_records_nothing_more_when_repeated() => Holds(Lives, commands =>
    {
        var state = RunningProject;
        foreach (var command in commands)
        {
            var events = state.When(command).Events;
            state = state.And([.. events]);
            if (events.Count > 0 && state.When(command).Events.Count > 0)
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void The_drawn_lives_are_worth_looking_at()
    {
        var accepted = Lives.Generator.Sample(50, new Rnd(20260701), 300).SelectMany(Facts).Select(f => f.GetType().Name).ToHashSet(StringComparer.Ordinal);

        Assert.Superset(
            new HashSet<string> { "ProgressReported", "FundsCommitted", "FundsReleased", "CeilingAdjusted", "Replanned", "StepsAdded", "StepDone", "StepSkipped",
                "StepReopened", "Paused", "Resumed", "Completed" },
            accepted);
    }

    private static List<ProjectEvent> Facts(IEnumerable<ProjectCommand> commands)
    {
        List<ProjectEvent> facts = [Proposed, Plan, Approved, new ProjectEvent.Started(StartedOn)];
        var state = RunningProject;
        foreach (var command in commands)
        {
            var events = state.When(command).Events;
            facts.AddRange(events);
            state = state.And([.. events]);
        }

        return facts;
    }

    private static List<Project> States(IEnumerable<ProjectCommand> commands)
    {
        List<Project> states = [RunningProject];
        foreach (var command in commands)
        {
            states.Add(states[^1].And([.. states[^1].When(command).Events]));
        }

        return states;
    }

    private static void Holds(Arbitrary<List<ProjectCommand>> lives, Func<List<ProjectCommand>, bool> property) =>
        Prop.ForAll(lives, property).QuickCheckThrowOnFailure();
}
