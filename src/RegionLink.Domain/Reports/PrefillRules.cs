using RegionLink.Domain.Common;

namespace RegionLink.Domain.Reports;

/// <summary>
/// Filling a draft from what the platform holds. Never refuses a figure: what cannot be used is left for a person. A figure a person gave is
/// never touched; one that was filled and not approved yet is refreshed.
/// </summary>
internal static class PrefillRules
{
    internal static Decision<ReportEvent> Prefill(Report state, ReportCommand.Prefill c, CommandContext context)
    {
        List<Refusal> refusals = [.. c.Terms.Faults()];
        if (state.State is not (ReportState.NotStarted or ReportState.Draft))
        {
            refusals.Add(ReportRefusals.Locked.With(state.State.Words().Vi, state.State.Words().En));
        }

        return Decision.AcceptUnless<ReportEvent>(refusals, () =>
        {
            var facts = c.Held.DistinctBy(h => h.Metric).Where(h => IsUsable(state, c.Terms, h)).SelectMany(h => Facts(c.Terms, h, context)).ToList();
            return facts.Count > 0 && state.State == ReportState.NotStarted ? [EntryRules.Start(c.Terms), .. facts] : facts;
        });
    }

    private static bool IsUsable(Report state, ReportTerms terms, HeldFigure held)
    {
        if (!terms.Asked.TryGetValue(held.Metric, out var unitOfMeasure) || held.UnitOfMeasure != unitOfMeasure)
        {
            return false;
        }

        // A made-up value never enters a real report; a bound metric takes what its system delivered and nothing else.
        if ((held.Illustrative && !terms.Illustrative) || (terms.Bindings.ContainsKey(held.Metric) && held.Origin != Origin.Connected))
        {
            return false;
        }

        return !state.Figures.TryGetValue(held.Metric, out var figure)
            || (figure is { Prefilled: true, State: FigureState.Entered }
                && !(figure.SameValue(held.Value, null, held.Origin) && figure.Source == held.Source));
    }

    private static IEnumerable<ReportEvent> Facts(ReportTerms terms, HeldFigure held, CommandContext context)
    {
        yield return new ReportEvent.FigureSet(
            held.Metric, held.Value, null, held.UnitOfMeasure, held.Origin, held.Source, null, null, Prefilled: true, context.By);
        if (EntryRules.Question(terms, held.Metric, held.Value) is { } question)
        {
            yield return question;
        }
    }
}
