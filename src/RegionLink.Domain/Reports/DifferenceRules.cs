using RegionLink.Domain.Common;

namespace RegionLink.Domain.Reports;

/// <summary>
/// A system that delivers another value than before does not change the report: the difference is shown, at any stage of the report, until a
/// person takes it over or the system agrees again.
/// </summary>
public static class DifferenceRules
{
    /// <summary>Whether the entry comes from a system for a figure that a system gave: it can differ, and never replaces.</summary>
    internal static bool IsRedelivery(Figure? figure, FigureEntry entry) =>
        figure is { Origin: Origin.Connected } && entry.Origin == Origin.Connected;

    /// <summary>Whether the redelivered value is another one.</summary>
    internal static bool Differs(Figure figure, FigureEntry entry) =>
        figure.Value != entry.Value || figure.NoDataReason != Texts.OrNull(entry.NoDataReason);

    /// <summary>What a redelivery adds to the report: a difference, its end, or nothing.</summary>
    internal static IEnumerable<ReportEvent> Facts(Figure figure, FigureEntry entry, CommandContext context)
    {
        var delivered = new DeliveryDifference(entry.Value, Texts.OrNull(entry.NoDataReason), Texts.OrNull(entry.Source), context.By);
        if (Differs(figure, entry))
        {
            if (figure.Difference != delivered)
            {
                yield return new ReportEvent.DeliveryDiffered(
                    entry.Metric, delivered.Value, delivered.NoDataReason, delivered.Source, delivered.By);
            }
        }
        else if (figure.Difference is not null)
        {
            yield return new ReportEvent.DifferenceEnded(entry.Metric);
        }
    }

    internal static Decision<ReportEvent> Accept(Report state, ReportCommand.AcceptDifference c, CommandContext context)
    {
        List<Refusal> refusals = [.. c.Terms.Faults()];
        if (!state.State.IsWithUnit())
        {
            refusals.Add(ReportRefusals.Locked.With(state.State.Words().Vi, state.State.Words().En));
        }

        if (context.By.Kind != ActorKind.User)
        {
            refusals.Add(FigureRefusals.DifferenceNeedsPerson.About("metric", c.Metric));
        }

        if (c.Why?.Length > Report.LongestText)
        {
            refusals.Add(FigureRefusals.TextTooLong.About("why", c.Metric, Report.LongestText));
        }

        if (state.Figures.GetValueOrDefault(c.Metric) is not { Difference: { } difference } figure)
        {
            refusals.Add(FigureRefusals.NoDifference.About("metric", c.Metric));
            return Decision.Refuse<ReportEvent>([.. refusals]);
        }

        if (state.State == ReportState.Returned && figure.ReturnReason is null)
        {
            refusals.Add(FigureRefusals.NotReturned.About("metric", c.Metric));
        }

        if (difference.Value is null && state.PublishedValues.TryGetValue(c.Metric, out var published))
        {
            refusals.Add(FigureRefusals.PublishedNeedsValue.About("metric", c.Metric, published));
        }

        return Decision.AcceptUnless<ReportEvent>(refusals, () => [.. Taken(c, figure, difference, context)]);
    }

    private static IEnumerable<ReportEvent> Taken(
        ReportCommand.AcceptDifference c, Figure figure, DeliveryDifference difference, CommandContext context)
    {
        yield return new ReportEvent.FigureSet(
            c.Metric, difference.Value, difference.NoDataReason, figure.UnitOfMeasure, Origin.Connected, difference.Source, figure.Note,
            Texts.OrNull(c.Why), Prefilled: false, context.By);
        if (EntryRules.Question(c.Terms, c.Metric, difference.Value) is { } question)
        {
            yield return question;
        }
    }
}

/// <summary>What a system says now, other than the figure.</summary>
/// <param name="Value">Null when the system has no data any more.</param>
/// <param name="NoDataReason">Null when there is a value.</param>
/// <param name="By">The key it delivered with.</param>
public sealed record DeliveryDifference(decimal? Value, string? NoDataReason, string? Source, Actor By);
