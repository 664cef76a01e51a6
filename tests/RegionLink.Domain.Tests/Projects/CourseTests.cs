using RegionLink.Domain.Projects;
using static RegionLink.Domain.Tests.Projects.Sample;

namespace RegionLink.Domain.Tests.Projects;

public sealed class CourseTests
{
    private static readonly DateOnly Later = Day(11, 1);

    private static readonly Dictionary<string, ProjectCommand> Moves = new()
    {
        ["approve"] = new ProjectCommand.Approve(Vnd(10_000), new DocumentRef("9/QĐ", Later)),
        ["start"] = new ProjectCommand.Start(Later),
        ["pause"] = new ProjectCommand.Pause(Later, "Chờ vốn"),
        ["resume"] = new ProjectCommand.Resume(Later, null),
        ["complete"] = new ProjectCommand.Complete(Later, null),
        ["cancel"] = new ProjectCommand.Cancel(Later, "Trùng lặp", null),
    };

    [Theory]
    [InlineData(ProjectState.Proposed, "approve cancel")]
    [InlineData(ProjectState.Approved, "start cancel")]
    [InlineData(ProjectState.Running, "pause complete cancel")]
    [InlineData(ProjectState.Paused, "resume cancel")]
    [InlineData(ProjectState.Done, "")]
    [InlineData(ProjectState.Cancelled, "")]
    public void Only_the_legal_moves_are_open(ProjectState state, string legal)
    {
        var project = InState(state);

        var open = Moves.Where(m => project.When(m.Value).Accepted).Select(m => m.Key);

        Assert.Equal(legal.Split(' ', StringSplitOptions.RemoveEmptyEntries), open);
        Assert.All(
            Moves.Where(m => !legal.Contains(m.Key, StringComparison.Ordinal)),
            m => Assert.Contains("transition-illegal", project.When(m.Value).Codes()));
    }

    [Fact]
    public void A_move_never_lies_before_the_last_one() => Assert.Equal(
        ["date-before-state"], RunningProject.When(new ProjectCommand.Pause(Day(7, 19), "Chờ vốn")).Codes());

    [Fact]
    public void A_project_is_done_only_when_every_required_step_is()
    {
        var project = RunningProject.And(new ProjectEvent.StepDone("B1", Day(9, 1), null, null));

        var refusal = Assert.Single(project.When(Moves["complete"]).Refusals);
        Assert.Equal("project.steps-open", refusal.Code);
        Assert.Contains("B3", refusal.En, StringComparison.Ordinal);

        var done = project.And(new ProjectEvent.StepSkipped("B3", Day(10, 1), "Dùng lại hệ thống sẵn có")).Do(Moves["complete"]);
        Assert.Equal(ProjectState.Done, done.State());
    }

    [Fact]
    public void The_state_on_an_earlier_day_stays_known()
    {
        var project = RunningProject.Do(Moves["pause"]);

        Assert.Equal(
            [null, ProjectState.Proposed, ProjectState.Approved, ProjectState.Running, ProjectState.Paused],
            new[] { Day(6, 30), Day(7, 9), Day(7, 10), Day(10, 31), Day(11, 1) }.Select(project.StateOn));
    }

    [Fact]
    public void Refusals_speak_both_languages()
    {
        var refusal = Assert.Single(ProposedProject.When(Moves["start"]).Refusals);

        Assert.Equal("Dự án đang ở trạng thái 'đề xuất', không thể chuyển sang 'đang thực hiện'.", refusal.Vi);
        Assert.Equal("The project is 'proposed' and cannot become 'running'.", refusal.En);
    }

    private static Project InState(ProjectState state) => state switch
    {
        ProjectState.Proposed => Given(Proposed),
        ProjectState.Approved => Given(Proposed, Approved),
        ProjectState.Running => Given(Proposed, Approved, new ProjectEvent.Started(StartedOn)),
        ProjectState.Paused => InState(ProjectState.Running).And(new ProjectEvent.Paused(Day(8, 1), "Chờ vốn")),
        ProjectState.Done => InState(ProjectState.Running).And(new ProjectEvent.Completed(Day(8, 1), null)),
        ProjectState.Cancelled => InState(ProjectState.Running).And(new ProjectEvent.Cancelled(Day(8, 1), "Trùng", null)),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
