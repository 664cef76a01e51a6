using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Projects;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Projects;

namespace RegionLink.Server.Web.Projects;

/// <summary>What is entered most often about a project: how far it has come, that a step is done or was not, and its ties to others.</summary>
internal static class UpdatePages
{
    public static void MapUpdate(this IEndpointRouteBuilder pages)
    {
        pages.MapPage("/projects/{unit}/{number}/update", OpenAsync).Requires(Right.WriteProjects);
        pages.MapForm("/projects/{unit}/{number}/progress", ReportAsync).Requires(Right.WriteProjects);
        pages.MapForm("/projects/{unit}/{number}/step", FinishAsync).Requires(Right.WriteProjects);
        pages.MapForm("/projects/{unit}/{number}/step-correction", CorrectAsync).Requires(Right.WriteProjects);
        pages.MapForm("/projects/{unit}/{number}/links", LinkAsync).Requires(Right.WriteProjects);
        pages.MapForm("/projects/{unit}/{number}/links/removal", UnlinkAsync).Requires(Right.WriteProjects);
    }

    private static async Task<IResult> OpenAsync(string unit, string number, View view, ProjectReader projects, CancellationToken ct) =>
        await ShowAsync(StatusCodes.Status200OK, unit, number, view, projects, UpdateForms.Empty(view), [], ct);

    private static async Task<IResult> ReportAsync(string unit, string number, View view, GrainHost host, ProjectReader projects, CancellationToken ct)
    {
        var form = ProgressForm.Of(view.Http.Request.Form);
        var read = new FieldReader(Typed.NotationOf(view.Http.Request.Form));
        var body = form.Read(read);
        return await AnswerAsync(
            unit, number, view, read, projects, new ProjectCommand.ReportProgress(body.Report(Origin.Entered)),
            () => ProgressEndpoints.ReportAsync(unit, number, new(body), view.Http, host, ct),
            faults => AgainAsync(unit, number, view, projects, UpdateForms.Empty(view) with { Progress = form }, "", faults, ct),
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
            faults => AgainAsync(unit, number, view, projects, UpdateForms.Empty(view) with { Step = form }, StepForm.Prefix, faults, ct),
            ct);
    }

    /// <summary>A step that was recorded wrongly: another day or document, or open again; both with the reason.</summary>
    private static async Task<IResult> CorrectAsync(string unit, string number, View view, GrainHost host, ProjectReader projects, CancellationToken ct)
    {
        var form = CorrectionForm.Of(view.Http.Request.Form);
        var read = new FieldReader(view.Language);
        var on = form.Read(read);
        return await AnswerAsync(
            unit, number, view, read, projects,
            form.Reopens ? new ProjectCommand.ReopenStep(form.Code, form.Reason) : new ProjectCommand.FinishStep(form.Code, on, form.Document, form.Reason),
            () => form.Reopens
                ? StepEndpoints.ReopenAsync(unit, number, form.Code, new(new ProjectWhyBody(form.Reason)), view.Http, host, ct)
                : StepEndpoints.FinishAsync(unit, number, form.Code, new(new StepDoneBody(on, form.Document, form.Reason)), view.Http, host, ct),
            faults => AgainAsync(
                unit, number, view, projects, UpdateForms.Empty(view) with { Correction = form }, CorrectionForm.Prefix,
                [.. faults.Select(f => f.Field == "reason" ? f with { Field = "correctionReason" } : f)], ct),
            ct);
    }

    private static async Task<IResult> LinkAsync(string unit, string number, View view, GrainHost host, ProjectReader projects, CancellationToken ct)
    {
        var form = LinkForm.Of(view.Http.Request.Form, LinkForm.Prefix);
        var read = new FieldReader(view.Language);
        var kind = read.Choice<LinkKind>("kind", form.Kind);
        if (read.Faults.Count > 0)
        {
            return await AgainAsync(unit, number, view, projects, UpdateForms.Empty(view) with { Link = form }, LinkForm.Prefix, read.Faults, ct);
        }

        var answer = await LinkEndpoints.LinkAsync(unit, number, new(new ProjectLinkBody(kind, form.Other, form.Note)), view.Http, host, projects, ct);
        return await FollowAsync(
            answer, unit, number, faults => AgainAsync(unit, number, view, projects, UpdateForms.Empty(view) with { Link = form }, LinkForm.Prefix, faults, ct));
    }

    private static async Task<IResult> UnlinkAsync(string unit, string number, View view, GrainHost host, ProjectReader projects, CancellationToken ct)
    {
        var form = LinkForm.Of(view.Http.Request.Form, LinkForm.RemovalPrefix);
        var read = new FieldReader(view.Language);
        var kind = read.Choice<LinkKind>("link", form.Kind);
        if (read.Faults.Count > 0)
        {
            return await AgainAsync(unit, number, view, projects, UpdateForms.Empty(view) with { Unlink = form }, LinkForm.RemovalPrefix, read.Faults, ct);
        }

        var answer = await LinkEndpoints.UnlinkAsync(unit, number, new(new ProjectUnlinkBody(kind, form.Other, form.Note)), view.Http, host, ct);
        return await FollowAsync(
            answer, unit, number, faults => AgainAsync(unit, number, view, projects, UpdateForms.Empty(view) with { Unlink = form }, LinkForm.RemovalPrefix, faults, ct));
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

        return await FollowAsync(await send(), unit, number, again);
    }

    private static async Task<IResult> FollowAsync(IResult answer, string unit, string number, Func<IReadOnlyList<Refusal>, Task<IResult>> again) =>
        answer.Faults() is { } faults ? await again(faults)
        : answer.IsOtherProblem() ? answer
        : PageEndpoints.SeeOther($"/projects/{unit}/{number}?saved");

    /// <param name="prefix">Before the names of the form's fields on the page, where several forms have fields of the same names.</param>
    private static Task<IResult> AgainAsync(
        string unit, string number, View view, ProjectReader projects, UpdateForms forms, string prefix, IReadOnlyList<Refusal> faults, CancellationToken ct) =>
        ShowAsync(
            StatusCodes.Status422UnprocessableEntity, unit, number, view, projects, forms,
            [.. faults.Select(f => f with { Field = f.Field is null ? null : prefix + f.Field })], ct);

    private static async Task<IResult> ShowAsync(
        int status, string unit, string number, View view, ProjectReader projects, UpdateForms forms, IReadOnlyList<Refusal> reasons, CancellationToken ct)
    {
        if (!ProjectKey.TryParse($"{unit}/{number}", out var key) || await projects.FindAsync(key, view.Eyes, ct) is not { } found)
        {
            return Problem.NotFound($"{unit}/{number}");
        }

        return view.Caller.RefuseFor(key.Unit) ?? PageEndpoints.Page<UpdatePage>(
            status,
            (nameof(UpdatePage.Project), ProjectView.Of(found.State, found.Version, view.Today)),
            (nameof(UpdatePage.Forms), forms),
            (nameof(UpdatePage.Reasons), reasons));
    }
}

/// <summary>All forms of the page, as typed or empty.</summary>
public sealed record UpdateForms(ProgressForm Progress, StepForm Step, CorrectionForm Correction, LinkForm Link, LinkForm Unlink)
{
    internal static UpdateForms Empty(View view) => new(ProgressForm.Empty(view), StepForm.Empty(view), CorrectionForm.Empty, LinkForm.Empty, LinkForm.Empty);
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

/// <summary>What was wrong about a step that is done, as typed.</summary>
/// <param name="Reopens">It is not done at all.</param>
public sealed record CorrectionForm(string Code, string On, string Document, string Reason, bool Reopens)
{
    public const string Prefix = "correction.";

    internal static readonly CorrectionForm Empty = new("", "", "", "", Reopens: false);

    internal static CorrectionForm Of(IFormCollection form) => new(
        form[$"{Prefix}code"].ToString(), form[$"{Prefix}on"].ToString(), form[$"{Prefix}document"].ToString(), form[$"{Prefix}correctionReason"].ToString().Trim(),
        form["reopen"].Count > 0);

    /// <returns>The day it was really done; meaningless when it is opened again.</returns>
    internal DateOnly Read(FieldReader read)
    {
        if (Code.Length == 0)
        {
            read.Add(FormRefusals.NotChosen.About("code"));
        }

        return Reopens ? default : read.Day("on", On);
    }
}

/// <summary>A tie to another project, as typed; or one to be taken back.</summary>
/// <param name="Kind">As stored.</param>
/// <param name="Other">Key of the other project.</param>
/// <param name="Note">What is said about it, or why it is taken back.</param>
public sealed record LinkForm(string Kind, string Other, string Note)
{
    public const string Prefix = "link.";
    public const string RemovalPrefix = "unlink.";

    internal static readonly LinkForm Empty = new("", "", "");

    /// <summary>A tie there is, as one word of a choice.</summary>
    public string Word => $"{Kind} {Other}";

    internal static LinkForm Of(IFormCollection form, string prefix)
    {
        // The one that is taken back is chosen from a list: its kind and the other's key in one.
        var chosen = form[$"{prefix}link"].ToString().Split(' ', 2);
        return prefix == RemovalPrefix
            ? new(chosen[0], chosen.Length > 1 ? chosen[1] : "", form[$"{prefix}reason"].ToString().Trim())
            : new(form[$"{prefix}kind"].ToString(), form[$"{prefix}other"].ToString().Trim(), form[$"{prefix}note"].ToString().Trim());
    }
}
