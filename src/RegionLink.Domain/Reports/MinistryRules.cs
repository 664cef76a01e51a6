using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Reports;

/// <summary>What the ministry does with a report that was handed in. It never edits a number: it returns, accepts, publishes.</summary>
internal static class MinistryRules
{
    internal static Decision<ReportEvent> Return(Report state, ReportCommand.Return c, CommandContext context)
    {
        // A figure returned in a closed period could not be corrected: the terms must hold here too.
        List<Refusal> refusals = [.. c.Terms.Faults(), .. StateFaults(state, context, !state.State.IsWithUnit())];
        if (c.Figures.IsEmpty)
        {
            refusals.Add(ReportRefusals.NothingReturned.With());
        }

        var seen = new HashSet<string>();
        for (var i = 0; i < c.Figures.Length; i++)
        {
            var (metric, reason) = c.Figures[i];
            if (!seen.Add(metric))
            {
                refusals.Add(FigureRefusals.Repeated.About($"figures[{i}].metric", metric));
            }
            else if (!state.Figures.ContainsKey(metric))
            {
                refusals.Add(FigureRefusals.Missing.About($"figures[{i}].metric", metric));
            }

            if (Texts.IsMissing(reason))
            {
                refusals.Add(FigureRefusals.ReturnReasonMissing.About($"figures[{i}].reason", metric, Report.LongestText));
            }
        }

        return Decision.AcceptUnless<ReportEvent>(
            refusals,
            () => [new ReportEvent.FiguresReturned([.. c.Figures.Select(f => f with { Reason = f.Reason.Trim() })], context.By)]);
    }

    internal static Decision<ReportEvent> Accept(Report state, CommandContext context)
    {
        var refusals = StateFaults(state, context, state.State is ReportState.Submitted or ReportState.Resubmitted);
        refusals.AddRange(InOrder(state)
            .Where(f => f.EnteredBy == context.By || f.ApprovedBy == context.By)
            .Select(f => ReportRefusals.AcceptorTookPart.About(f.Metric, f.Metric)));
        return Decision.AcceptUnless<ReportEvent>(refusals, () => [new ReportEvent.Accepted(context.By)]);
    }

    // An illustrative report goes the whole way, so that people can practise it; its figures never become observations (see the publications).
    internal static Decision<ReportEvent> Publish(Report state, CommandContext context)
    {
        var refusals = StateFaults(state, context, state.State == ReportState.Accepted);
        return Decision.AcceptUnless<ReportEvent>(refusals, () => [new ReportEvent.Published(Changed(state), context.By)]);
    }

    private static List<Refusal> StateFaults(Report state, CommandContext context, bool fits)
    {
        List<Refusal> refusals = fits ? [] : [ReportRefusals.WrongState.With(state.State.Words().Vi, state.State.Words().En)];
        if (context.By.Kind != ActorKind.User)
        {
            refusals.Add(ReportRefusals.PersonNeeded.With());
        }

        return refusals;
    }

    /// <summary>
    /// Figures the report itself gives, whose value is not the one it published before. What was filled in is held by the platform already; a
    /// computed value is shown beside published ones and never replaces them.
    /// </summary>
    private static ImmutableArray<PublishedFigure> Changed(Report state) =>
    [
        .. InOrder(state)
            .Where(f => f is { Value: not null, Prefilled: false, Origin: not Origin.Computed })
            .Where(f => !state.PublishedValues.TryGetValue(f.Metric, out var published) || published != f.Value)
            .Select(f => new PublishedFigure(f.Metric, f.Value!.Value, f.UnitOfMeasure, f.Origin, f.Source)),
    ];

    private static IEnumerable<Figure> InOrder(Report state) => state.Figures.Values.OrderBy(f => f.Metric, StringComparer.Ordinal);
}
