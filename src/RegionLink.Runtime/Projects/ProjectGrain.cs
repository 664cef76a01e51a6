using RegionLink.Domain.Projects;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;

namespace RegionLink.Runtime.Projects;

/// <summary>The project as a durable grain: streams <c>project/&lt;unit&gt;/&lt;number&gt;</c>.</summary>
public static class ProjectGrain
{
    // STORED FORMAT: the names of the events in every installation's log.
    public static GrainType<Project, ProjectCommand, ProjectEvent> Type { get; } = new(
        "project",
        Project.Initial,
        Project.Evolve,
        Project.Decide,
        new EventCodec<ProjectEvent>()
            .With<ProjectEvent.Proposed>("proposed")
            .With<ProjectEvent.Revised>("revised")
            .With<ProjectEvent.Approved>("approved")
            .With<ProjectEvent.CeilingAdjusted>("ceilingAdjusted")
            .With<ProjectEvent.Started>("started")
            .With<ProjectEvent.Paused>("paused")
            .With<ProjectEvent.Resumed>("resumed")
            .With<ProjectEvent.Completed>("completed")
            .With<ProjectEvent.Cancelled>("cancelled")
            .With<ProjectEvent.StepsPlanned>("stepsPlanned")
            .With<ProjectEvent.StepsAdded>("stepsAdded")
            .With<ProjectEvent.StepDone>("stepDone")
            .With<ProjectEvent.StepSkipped>("stepSkipped")
            .With<ProjectEvent.StepReopened>("stepReopened")
            .With<ProjectEvent.Replanned>("replanned")
            .With<ProjectEvent.ProgressReported>("progressReported")
            .With<ProjectEvent.FundsCommitted>("fundsCommitted")
            .With<ProjectEvent.FundsReleased>("fundsReleased")
            .With<ProjectEvent.RiskRaised>("riskRaised")
            .With<ProjectEvent.RiskReassessed>("riskReassessed")
            .With<ProjectEvent.Linked>("linked")
            .With<ProjectEvent.Unlinked>("unlinked"),
        SnapshotFormat: 1,
        ProjectProjection.Statements)
    {
        Table = ProjectProjection.Table,
        Begins = command => command is ProjectCommand.Propose,
    };

    /// <summary>Read tables its projection writes.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["project", "project_due", "project_progress"];
}
