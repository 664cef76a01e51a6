using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.Grains;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Projects;

/// <summary>Moving a project from state to state.</summary>
public static class CourseEndpoints
{
    public static void MapCourse(this IEndpointRouteBuilder projects)
    {
        var course = projects.MapGroup("/projects/{unit}/{number}");
        course.MapPost("/approval", ApproveAsync).Requires(Right.ApproveProjects).Produces<ProjectView>();
        course.MapPost("/start", StartAsync).Requires(Right.WriteProjects).Produces<ProjectView>();
        course.MapPost("/pause", PauseAsync).Requires(Right.WriteProjects).Produces<ProjectView>();
        course.MapPost("/resume", ResumeAsync).Requires(Right.WriteProjects).Produces<ProjectView>();
        course.MapPost("/completion", CompleteAsync).Requires(Right.WriteProjects).Produces<ProjectView>();
        course.MapPost("/cancellation", CancelAsync).Requires(Right.ApproveProjects).Produces<ProjectView>();
    }

    /// <summary>Approve a proposed project with its ceiling.</summary>
    public static Task<IResult> ApproveAsync(
        string unit, string number, Body<ApprovalBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        host.SendAsync(http, unit, number, new ProjectCommand.Approve(body.Value.Ceiling, body.Value.Decision), ct);

    /// <summary>Begin an approved project.</summary>
    public static Task<IResult> StartAsync(
        string unit, string number, Body<ProjectDayBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        host.SendAsync(http, unit, number, new ProjectCommand.Start(body.Value.On ?? http.Today()), ct);

    /// <summary>Pause a running project, with the reason.</summary>
    public static Task<IResult> PauseAsync(
        string unit, string number, Body<ProjectReasonBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        host.SendAsync(http, unit, number, new ProjectCommand.Pause(body.Value.On ?? http.Today(), body.Value.Reason), ct);

    /// <summary>Take a paused project up again.</summary>
    public static Task<IResult> ResumeAsync(
        string unit, string number, Body<ResumptionBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        host.SendAsync(http, unit, number, new ProjectCommand.Resume(body.Value.On ?? http.Today(), body.Value.Reason), ct);

    /// <summary>Finish a running project; every required step must be done or skipped.</summary>
    public static Task<IResult> CompleteAsync(
        string unit, string number, Body<CompletionBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        host.SendAsync(http, unit, number, new ProjectCommand.Complete(body.Value.On ?? http.Today(), body.Value.Document), ct);

    /// <summary>Give a project up, with the reason. Nothing follows.</summary>
    public static Task<IResult> CancelAsync(
        string unit, string number, Body<CancellationBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        host.SendAsync(http, unit, number, new ProjectCommand.Cancel(body.Value.On ?? http.Today(), body.Value.Reason, body.Value.Document), ct);
}

/// <param name="Ceiling">Most that may be spent, whole VND.</param>
public sealed record ApprovalBody(Money Ceiling, DocumentRef Decision);

/// <param name="On">Day of the fact; today when left out.</param>
public sealed record ProjectDayBody(DateOnly? On = null);

/// <param name="On">Day of the fact; today when left out.</param>
public sealed record ProjectReasonBody(string Reason, DateOnly? On = null);

/// <param name="On">Day of the fact; today when left out.</param>
public sealed record ResumptionBody(DateOnly? On = null, string? Reason = null);

/// <param name="On">Day of the fact; today when left out.</param>
public sealed record CompletionBody(DateOnly? On = null, DocumentRef? Document = null);

/// <param name="On">Day of the fact; today when left out.</param>
public sealed record CancellationBody(string Reason, DateOnly? On = null, DocumentRef? Document = null);
