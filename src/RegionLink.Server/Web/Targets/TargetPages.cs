using RegionLink.Domain.Common;
using RegionLink.Domain.Targets;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Identity;
using RegionLink.Runtime.Observations;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Targets;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Targets;
using RegionLink.Server.Web.Region;

namespace RegionLink.Server.Web.Targets;

/// <summary>The targets for everybody to read; the ministry sets and versions them, a province raises its own.</summary>
internal static class TargetPages
{
    private const string NewAddress = "/coordination/targets/new";

    public static void MapTargetPages(this IEndpointRouteBuilder pages)
    {
        pages.MapPage("/targets", ListAsync).Requires(Right.ReadPublic).ServesOnlyPublicData();
        pages.MapPage("/targets/{id}", OneAsync).Requires(Right.ReadPublic);
        pages.MapPage(NewAddress, NewAsync).Requires(Right.ManageTargets);
        pages.MapForm(NewAddress, SetAsync).Requires(Right.ManageTargets);
        Form("versions", ChangeAsync, Right.ManageTargets);
        Form("end", EndAsync, Right.ManageTargets);
        Form("raises", RaiseAsync, Right.RaiseTarget);
        Form("cancellation", CancelAsync, Right.ManageTargets);

        pages.MapPage("/coordination/what-if", WhatIf.ShowAsync).Requires(Right.ManageTargets);

        // A form that came back stands under its own address; from there the link of the language leads to the target.
        void Form(string name, Delegate handler, Right right)
        {
            pages.MapForm($"/targets/{{id}}/{name}", handler).Requires(right);
            pages.MapPage($"/targets/{{id}}/{name}", (string id, View view) => PageEndpoints.SeeOther($"/targets/{Uri.EscapeDataString(id)}{view.Http.Request.QueryString}")).Requires(right);
        }
    }

    private static async Task<IResult> ListAsync(TargetReader targets, ReferenceCache reference, CancellationToken ct) => PageEndpoints.Page<TargetsPage>(
        (nameof(TargetsPage.Targets), await targets.AllAsync(ct)),
        (nameof(TargetsPage.Reference), await reference.GetAsync(ct)));

    private static Task<IResult> OneAsync(string id, View view, TargetReader targets, ReferenceCache reference, CancellationToken ct) =>
        ShowAsync(StatusCodes.Status200OK, id, null, [], view, targets, reference, ct);

    private static Task<IResult> NewAsync(View view, IUnitScope scope, ReferenceCache reference, CancellationToken ct) =>
        ShowNewAsync(StatusCodes.Status200OK, TargetForm.Empty(view), [], scope, reference, ct);

    private static async Task<IResult> SetAsync(View view, GrainHost host, IUnitScope scope, ReferenceCache reference, CancellationToken ct)
    {
        var form = TargetForm.Of(view.Http.Request.Form);
        var (metric, kind, terms) = (form.Chosen("metric"), form.Scope(), form.Terms());
        UnitKey? unit = UnitKey.TryParse(form["scope.unit"], out var key) ? key : null;
        var known = await reference.GetAsync(ct);
        var body = new NewTargetBody(
            form["id"], metric, kind, known.Observations().Metric(metric)?.UnitOfMeasure ?? "", terms, unit,
            kind is ScopeKind.National or ScopeKind.Unit ? null : RegionChoice.Region);
        if (form.Faults.Count > 0)
        {
            var would = TargetWriteEndpoints.WouldRefuse(body, known, view.Http.Envelope().Context);
            return await ShowNewAsync(StatusCodes.Status422UnprocessableEntity, form, form.With(would), scope, reference, ct);
        }

        var answer = await TargetWriteEndpoints.SetAsync(new(body), view.Http, host, reference, ct);
        return answer.Faults() is { } refused
            ? await ShowNewAsync(StatusCodes.Status422UnprocessableEntity, form, form.With(refused), scope, reference, ct)
            : answer.IsOtherProblem() ? answer : PageEndpoints.SeeOther($"/targets/{body.Id}?done=1");
    }

    private static async Task<IResult> ChangeAsync(string id, View view, GrainHost host, TargetReader targets, ReferenceCache reference, CancellationToken ct)
    {
        var form = TargetForm.Of(view.Http.Request.Form);
        var terms = form.Terms();
        return await AfterAsync(
            form.Faults.Count > 0 ? null : await TargetWriteEndpoints.ChangeAsync(id, new(new ChangeTargetBody(terms, form["reason"])), Expecting(view, form), host, ct),
            id, form, new TargetCommand.Change(terms.AsTerms(), form["reason"]), view, targets, reference, ct);
    }

    private static async Task<IResult> EndAsync(string id, View view, GrainHost host, TargetReader targets, ReferenceCache reference, CancellationToken ct)
    {
        var form = TargetForm.Of(view.Http.Request.Form);
        var until = form.Day("until");
        return await AfterAsync(
            form.Faults.Count > 0 ? null : await TargetWriteEndpoints.EndAsync(id, new(new EndTargetBody(until, form["endReason"])), Expecting(view, form), host, ct),
            id, form, new TargetCommand.End(until, form["endReason"]), view, targets, reference, ct);
    }

    private static async Task<IResult> RaiseAsync(string id, View view, GrainHost host, TargetReader targets, ReferenceCache reference, CancellationToken ct)
    {
        var form = TargetForm.Of(view.Http.Request.Form);
        var (goal, from) = (form.Goal(), form.Day("from"));
        return await AfterAsync(
            form.Faults.Count > 0 || view.Caller.Unit is not { } unit
                ? null
                : await RaiseEndpoints.RaiseAsync(id, new(new NewRaiseBody(unit, goal, from, form["legalSource"])), Expecting(view, form), host, ct),
            id, form, view.Caller.Unit is { } own ? new TargetCommand.Raise(own, goal.AsGoal(), from, form["legalSource"]) : null, view, targets, reference, ct);
    }

    private static async Task<IResult> CancelAsync(string id, View view, GrainHost host, TargetReader targets, ReferenceCache reference, CancellationToken ct)
    {
        var form = TargetForm.Of(view.Http.Request.Form);
        return await AfterAsync(
            UnitKey.TryParse(form["unit"], out var unit)
                ? await TargetWriteEndpoints.CancelAsync(id, new(new CancelRaiseBody(unit, form["cancelReason"])), Expecting(view, form), host, ct)
                : Problem.NotFound(form["unit"]),
            id, form, null, view, targets, reference, ct);
    }

    private static HttpContext Expecting(View view, TargetForm form)
    {
        view.Http.ExpectVersion(long.TryParse(form["version"], System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : 0);
        return view.Http;
    }

    /// <param name="answer">Null when the form could not be read.</param>
    /// <param name="meant">What it would have been: the rules say what else is wrong. Null when all of it could be read.</param>
    private static async Task<IResult> AfterAsync(
        IResult? answer, string id, TargetForm form, TargetCommand? meant, View view, TargetReader targets, ReferenceCache reference, CancellationToken ct)
    {
        if (answer?.IsOtherProblem() == true)
        {
            return answer;
        }

        var refused = form.With(answer is null && meant is not null && await targets.FindAsync(id, ct) is { } known
            ? Target.Decide(known.Target, meant, view.Http.Envelope().Context).Refusals
            : answer?.Faults() ?? []);
        return refused.Count == 0
            ? PageEndpoints.SeeOther($"/targets/{id}?done=1")
            : await ShowAsync(StatusCodes.Status422UnprocessableEntity, id, form, refused, view, targets, reference, ct);
    }

    private static async Task<IResult> ShowAsync(
        int status, string id, TargetForm? typed, IReadOnlyList<Refusal> reasons, View view, TargetReader targets, ReferenceCache reference, CancellationToken ct) =>
        await targets.FindAsync(id, ct) is { } known
            ? PageEndpoints.Page<TargetPage>(
                status,
                (nameof(TargetPage.Known), known),
                (nameof(TargetPage.Changes), await TargetChange.OfAsync(
                    id, view, view.Http.RequestServices.GetRequiredService<LogReader>(), view.Http.RequestServices.GetRequiredService<AccountStore>(), ct)),
                (nameof(TargetPage.Reference), await reference.GetAsync(ct)),
                (nameof(TargetPage.Typed), typed),
                (nameof(TargetPage.Step), view.Http.Request.HasFormContentType ? view.Http.Request.Path.Value!.Split('/')[^1] : ""),
                (nameof(TargetPage.Reasons), reasons))
            : Problem.NotFound(id);

    private static async Task<IResult> ShowNewAsync(
        int status, TargetForm form, IReadOnlyList<Refusal> reasons, IUnitScope scope, ReferenceCache reference, CancellationToken ct)
    {
        var known = await reference.GetAsync(ct);
        return PageEndpoints.Page<NewTargetPage>(
            status,
            (nameof(NewTargetPage.Form), form),
            (nameof(NewTargetPage.Metrics), known.Metrics),
            (nameof(NewTargetPage.Provinces), (IReadOnlyList<Domain.Units.Unit>)[.. scope.CurrentProvinces().Select(p => known.Lineage.Find(p.Unit)).OfType<Domain.Units.Unit>()]),
            (nameof(NewTargetPage.Reasons), reasons));
    }
}
