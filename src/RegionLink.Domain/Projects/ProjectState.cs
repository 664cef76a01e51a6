namespace RegionLink.Domain.Projects;

// STORED FORMAT.

/// <summary>Where a project stands.</summary>
public enum ProjectState
{
    /// <summary>Put forward; plan and profile may still be changed freely.</summary>
    Proposed,

    /// <summary>Approved with a ceiling; not yet begun.</summary>
    Approved,

    Running,

    Paused,

    /// <summary>Finished; every required step done or skipped. Payments may still follow.</summary>
    Done,

    /// <summary>Given up; nothing follows.</summary>
    Cancelled,
}

/// <summary>The legal moves between states.</summary>
public static class ProjectStates
{
    /// <summary>States that may follow; none after done and cancelled.</summary>
    public static IReadOnlyList<ProjectState> Next(this ProjectState state) => state switch
    {
        ProjectState.Proposed => [ProjectState.Approved, ProjectState.Cancelled],
        ProjectState.Approved => [ProjectState.Running, ProjectState.Cancelled],
        ProjectState.Running => [ProjectState.Paused, ProjectState.Done, ProjectState.Cancelled],
        ProjectState.Paused => [ProjectState.Running, ProjectState.Cancelled],
        ProjectState.Done or ProjectState.Cancelled => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Nothing more is expected of the project: it can be neither late nor slow.</summary>
    public static bool IsOver(this ProjectState state) => state is ProjectState.Done or ProjectState.Cancelled;

    /// <summary>The state in words.</summary>
    public static (string Vi, string En) Title(this ProjectState state) => state switch
    {
        ProjectState.Proposed => ("đề xuất", "proposed"),
        ProjectState.Approved => ("đã phê duyệt", "approved"),
        ProjectState.Running => ("đang thực hiện", "running"),
        ProjectState.Paused => ("tạm dừng", "paused"),
        ProjectState.Done => ("hoàn thành", "done"),
        ProjectState.Cancelled => ("đã hủy", "cancelled"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

/// <summary>One move in the life of a project.</summary>
/// <param name="On">Day of the decision or fact; may lie before the day it was entered.</param>
/// <param name="Reason">Why; null where the move needs none.</param>
public sealed record StateChange(ProjectState State, DateOnly On, string? Reason, DocumentRef? Document);
