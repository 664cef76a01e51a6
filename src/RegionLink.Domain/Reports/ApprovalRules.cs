using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Reports;

/// <summary>
/// Approval inside the unit, and handing in. Four eyes hold figure by figure, not report by report: in an office of two, each may enter
/// what the other approves, and then either may hand in.
/// </summary>
internal static class ApprovalRules
{
    internal static Decision<ReportEvent> Approve(Report state, ReportCommand.Approve c, CommandContext context)
    {
        var refusals = Common(state, c.Terms, context);
        var waiting = c.Metrics ?? [.. state.Figures.Values.Where(f => f.State == FigureState.Entered).Select(f => f.Metric).Order(StringComparer.Ordinal)];
        if (waiting.IsEmpty)
        {
            refusals.Add(ReportRefusals.NothingToApprove.With());
        }

        var seen = new HashSet<string>();
        var approved = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < waiting.Length; i++)
        {
            var field = c.Metrics is null ? null : $"metrics[{i}]";
            if (!seen.Add(waiting[i]))
            {
                refusals.Add(FigureRefusals.Repeated.About(field, waiting[i]));
            }
            else if (!state.Figures.TryGetValue(waiting[i], out var figure))
            {
                refusals.Add(FigureRefusals.Missing.About(field, waiting[i]));
            }
            else if (figure.State is FigureState.Entered or FigureState.Returned)
            {
                refusals.AddRange(Faults(figure, field, context.By));
                approved.Add(figure.Metric);
            }
        }

        return Decision.AcceptUnless<ReportEvent>(
            refusals, () => approved.Count == 0 ? [] : [new ReportEvent.FiguresApproved(approved.ToImmutable(), context.By)]);
    }

    internal static Decision<ReportEvent> Submit(Report state, ReportCommand.Submit c, CommandContext context)
    {
        var refusals = Common(state, c.Terms, context);
        foreach (var metric in c.Terms.Asked.Keys.Order(StringComparer.Ordinal))
        {
            refusals.AddRange(state.Figures.GetValueOrDefault(metric) switch
            {
                null => [FigureRefusals.Missing.About(metric, metric)],
                { State: FigureState.Entered } => [FigureRefusals.NotApproved.About(metric, metric)],
                { State: FigureState.Returned } f => [FigureRefusals.StillReturned.About(metric, metric, f.ReturnReason)],
                _ => [],
            });
        }

        return Decision.AcceptUnless<ReportEvent>(
            refusals, () => [new ReportEvent.Submitted(context.By, Again: state.State == ReportState.Returned)]);
    }

    private static List<Refusal> Common(Report state, ReportTerms terms, CommandContext context)
    {
        List<Refusal> refusals = [.. terms.Faults()];
        if (!state.State.IsWithUnit())
        {
            refusals.Add(ReportRefusals.WrongState.With(state.State.Words().Vi, state.State.Words().En));
        }

        if (context.By.Kind != ActorKind.User)
        {
            refusals.Add(ReportRefusals.PersonNeeded.With());
        }

        return refusals;
    }

    private static IEnumerable<Refusal> Faults(Figure figure, string? field, Actor by)
    {
        if (figure.State == FigureState.Returned)
        {
            yield return FigureRefusals.StillReturned.About(field, figure.Metric, figure.ReturnReason);
        }

        if (figure.EnteredBy == by)
        {
            yield return FigureRefusals.OwnEntry.About(field, figure.Metric);
        }

        if (figure.Scale is { Answer: null } question)
        {
            yield return FigureRefusals.ScaleQuestionOpen.About(
                field, figure.Metric, question.Factor, question.Against, question.AgainstSource);
        }
    }
}
