using RegionLink.Domain.Projects;
using RegionLink.Runtime.Grains;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Projects;

/// <summary>The plan of a project: its steps, what became of them, and new baselines.</summary>
public static class StepEndpoints
{
    public static void MapSteps(this IEndpointRouteBuilder projects)
    {
        var project = projects.MapGroup("/projects/{unit}/{number}");
        project.MapPut("/steps", PlanAsync).Requires(Right.WriteProjects).Produces<ProjectView>();
        project.MapPost("/steps", AddAsync).Requires(Right.WriteProjects).Produces<ProjectView>();
        project.MapPost("/steps/{code}/completion", FinishAsync).Requires(Right.WriteProjects).Produces<ProjectView>();
        project.MapPost("/steps/{code}/skip", SkipAsync).Requires(Right.WriteProjects).Produces<ProjectView>();
        project.MapPost("/steps/{code}/reopening", ReopenAsync).Requires(Right.WriteProjects).Produces<ProjectView>();
        project.MapPost("/baselines", ReplanAsync).Requires(Right.ApproveProjects).Produces<ProjectView>();
    }

    /// <summary>State the whole first plan; replaces the draft as long as the project is only proposed.</summary>
    public static Task<IResult> PlanAsync(
        string unit, string number, Body<ProjectPlanBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        host.SendAsync(http, unit, number, new ProjectCommand.PlanSteps([.. body.Value.Steps]), ct);

    /// <summary>Add steps that leave the end of the plan where it is.</summary>
    public static Task<IResult> AddAsync(
        string unit, string number, Body<ProjectStepsBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        host.SendAsync(http, unit, number, new ProjectCommand.AddSteps([.. body.Value.Steps], body.Value.After), ct);

    /// <summary>Record the day a step was finished.</summary>
    public static Task<IResult> FinishAsync(
        string unit, string number, string code, Body<StepDoneBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        host.SendAsync(
            http, unit, number, new ProjectCommand.FinishStep(code, body.Value.On ?? http.Today(), body.Value.Document, body.Value.CorrectionReason), ct);

    /// <summary>Leave a step out, with the reason.</summary>
    public static Task<IResult> SkipAsync(
        string unit, string number, string code, Body<ProjectReasonBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        host.SendAsync(http, unit, number, new ProjectCommand.SkipStep(code, body.Value.On ?? http.Today(), body.Value.Reason), ct);

    /// <summary>Take back that a step was done or skipped.</summary>
    public static Task<IResult> ReopenAsync(
        string unit, string number, string code, Body<ProjectWhyBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        host.SendAsync(http, unit, number, new ProjectCommand.ReopenStep(code, body.Value.Reason), ct);

    /// <summary>Re-plan: move due dates or add steps, with the reason and who allowed it. The older dates stay on record.</summary>
    public static Task<IResult> ReplanAsync(
        string unit, string number, Body<BaselineBody> body, HttpContext http, GrainHost host, CancellationToken ct)
    {
        var plan = body.Value;
        var command = new ProjectCommand.Replan(
            plan.On ?? http.Today(), plan.Reason, plan.Authority, plan.Document, [.. plan.Dues ?? []], [.. plan.Added ?? []]);
        return host.SendAsync(http, unit, number, command, ct);
    }
}

/// <param name="Steps">In the order they follow one another.</param>
public sealed record ProjectPlanBody(IReadOnlyList<PlannedStep> Steps);

/// <param name="After">Code of the step they follow; at the end when left out.</param>
public sealed record ProjectStepsBody(IReadOnlyList<PlannedStep> Steps, string? After = null);

/// <param name="On">Day it was finished; today when left out.</param>
/// <param name="Document">Number of the document that shows the result.</param>
/// <param name="CorrectionReason">Needed to replace an earlier entry.</param>
public sealed record StepDoneBody(DateOnly? On = null, string? Document = null, string? CorrectionReason = null);

public sealed record ProjectWhyBody(string Reason);

/// <param name="Authority">Who approved the new plan.</param>
/// <param name="Dues">New due dates of open steps.</param>
/// <param name="Added">Further steps, put at the end.</param>
/// <param name="On">Day from which the new plan holds; today when left out.</param>
public sealed record BaselineBody(
    string Reason,
    string Authority,
    IReadOnlyList<NewDue>? Dues = null,
    IReadOnlyList<PlannedStep>? Added = null,
    DateOnly? On = null,
    DocumentRef? Document = null);
