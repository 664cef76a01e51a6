using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Projects;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Projects;

namespace RegionLink.Server.Web.Projects;

/// <summary>What is entered most often about a project: how far it has come, and that a step is done.</summary>
internal static class UpdatePages
{
    public static void MapUpdate(this IEndpointRouteBuilder pages)
    {
        pages.MapPage("/projects/{unit}/{number}/update", OpenAsync).Requires(Right.WriteProjects);
        pages.MapForm("/projects/{unit}/{number}/progress", ReportAsync).Requires(Right.WriteProjects);
        pages.MapForm("/projects/{unit}/{number}/step", FinishAsync).Requires(Right.WriteProjects);
    }

    private static async Task<IResult> OpenAsync(string unit, string number, View view, ProjectReader projects, CancellationToken ct) =>
        await ShowAsync(StatusCodes.Status200OK, unit, number, view, projects, ProgressForm.Empty(view), StepForm.Empty(view), [], [], ct);

    private static async Task<IResult> ReportAsync(string unit, string number, View view, GrainHost host, ProjectReader projects, CancellationToken ct)
    {
        var form = ProgressForm.Of(view.Http.Request.Form);
        var read = new FieldReader(Typed.NotationOf(view.Http.Request.Form));
        var body = form.Read(read);
        return await AnswerAsync(
            unit, number, view, read, projects, new ProjectCommand.ReportProgress(body.Report(Origin.Entered)),
            () => ProgressEndpoints.ReportAsync(unit, number, new(body), view.Http, host, ct),
            faults => ShowAsync(StatusCodes.Status422UnprocessableEntity, unit, number, view, projects, form, StepForm.Empty(view), faults, [], ct),
            ct);
    }

    private static async Task<IResult> FinishAsync(string unit, string number, View view, GrainHost host, ProjectReader projects, CancellationToken ct)
    {
        var form = StepForm.Of(view.Http.Request.Form);
        var read = new FieldReader(view.Language);
        var body = form.Read(read);
        return await AnswerAsync(
            unit, number, view, read, projects, new ProjectCommand.FinishStep(form.Code, body.On!.Value, body.Document, body.CorrectionReason),
            () => StepEndpoints.FinishAsync(unit, number, form.Code, new(body), view.Http, host, ct),
            faults => ShowAsync(
                StatusCodes.Status422UnprocessableEntity, unit, number, view, projects, ProgressForm.Empty(view), form, [],
                [.. faults.Select(f => f with { Field = StepForm.Prefix + f.Field })], ct),
            ct);
    }

    /// <summary>Sends what could be read; when something could not, says so together with what the rules would refuse.</summary>
    private static async Task<IResult> AnswerAsync(
        string unit, string number, View view, FieldReader read, ProjectReader projects, ProjectCommand command,
        Func<Task<IResult>> send, Func<IReadOnlyList<Refusal>, Task<IResult>> again, CancellationToken ct)
    {
        if (read.Faults.Count > 0)
        {
            return ProjectKey.TryParse($"{unit}/{number}", out var key) && await projects.FindAsync(key, view.Eyes, ct) is { } found
                ? await again(read.With(Project.Decide(found.State, command, view.Http.Envelope().Context).Refusals))
                : Problem.NotFound($"{unit}/{number}");
        }

        var answer = await send();
        return answer.Faults() is { } faults ? await again(faults)
            : answer.IsOtherProblem() ? answer
            : PageEndpoints.SeeOther($"/projects/{unit}/{number}?saved");
    }

    private static async Task<IResult> ShowAsync(
        int status, string unit, string number, View view, ProjectReader projects, ProgressForm progress, StepForm step,
        IReadOnlyList<Refusal> ofProgress, IReadOnlyList<Refusal> ofStep, CancellationToken ct)
    {
        if (!ProjectKey.TryParse($"{unit}/{number}", out var key) || await projects.FindAsync(key, view.Eyes, ct) is not { } found)
        {
            return Problem.NotFound($"{unit}/{number}");
        }

        return view.Caller.RefuseFor(key.Unit) ?? PageEndpoints.Page<UpdatePage>(
            status,
            (nameof(UpdatePage.Project), ProjectView.Of(found.State, found.Version, view.Today)),
            (nameof(UpdatePage.Progress), progress),
            (nameof(UpdatePage.Step), step),
            (nameof(UpdatePage.OfProgress), ofProgress),
            (nameof(UpdatePage.OfStep), ofStep));
    }
}

/// <summary>A progress report, as typed; fields as the API names them.</summary>
public sealed record ProgressForm(
    string AsOf, string Percent, string Disbursed, string PlannedPercent, string PlannedDisbursed, IReadOnlyList<string> DelayReasons, string Note, string CorrectionReason)
{
    internal static ProgressForm Empty(View view) => new(View.Day(view.Today), "", "", "", "", [], "", "");

    internal static ProgressForm Of(IFormCollection form) => new(
        form["asOf"].ToString(), form["percent"].ToString(), form["disbursed"].ToString(), form["plannedPercent"].ToString(),
        form["plannedDisbursed"].ToString(), [.. form["delayReasons"].OfType<string>()], form["note"].ToString(), form["correctionReason"].ToString());

    internal ProgressBody Read(FieldReader read) => new(
        read.Day("asOf", AsOf), read.RequiredNumber("percent", Percent), read.RequiredMoney("disbursed", Disbursed),
        read.Number("plannedPercent", PlannedPercent), read.Money("plannedDisbursed", PlannedDisbursed),
        [.. Enum.GetValues<DelayReason>().Where(r => DelayReasons.Contains(DomainWords.Of(r)))], Note, CorrectionReason);
}

/// <summary>That a step is done, as typed.</summary>
public sealed record StepForm(string Code, string On, string Document)
{
    /// <summary>Before the names of its fields on the page, where the progress report has fields of the same names.</summary>
    public const string Prefix = "step.";

    internal static StepForm Empty(View view) => new("", View.Day(view.Today), "");

    internal static StepForm Of(IFormCollection form) => new(
        form[$"{Prefix}code"].ToString(), form[$"{Prefix}on"].ToString(), form[$"{Prefix}document"].ToString());

    internal StepDoneBody Read(FieldReader read)
    {
        if (Code.Length == 0)
        {
            read.Add(FormRefusals.NotChosen.About("code"));
        }

        return new(read.Day("on", On), Document);
    }
}
