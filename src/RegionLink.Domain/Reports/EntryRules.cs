using RegionLink.Domain.Common;

namespace RegionLink.Domain.Reports;

/// <summary>Giving and changing figures: every fault of every figure is collected, and nothing is taken unless all are well.</summary>
public static class EntryRules
{
    /// <summary>Largest magnitude of a value; beyond it a number is a mistake whatever its unit.</summary>
    public const decimal LargestMagnitude = 1_000_000_000_000_000_000m;

    /// <summary>Most decimal places of a value.</summary>
    public const int MostDecimals = 9;

    internal static Decision<ReportEvent> Enter(Report state, ReportCommand.EnterFigures c, CommandContext context)
    {
        List<Refusal> refusals = [.. c.Terms.Faults()];
        if (!state.State.IsWithUnit() && !OnlyRedelivers(state, c))
        {
            refusals.Add(ReportRefusals.Locked.With(state.State.Words().Vi, state.State.Words().En));
        }

        var seen = new HashSet<string>();
        for (var i = 0; i < c.Figures.Length; i++)
        {
            var entry = c.Figures[i];
            var field = $"figures[{i}]";
            if (!seen.Add(entry.Metric))
            {
                refusals.Add(FigureRefusals.Repeated.About($"{field}.metric", entry.Metric));
            }
            else if (c.Terms.UnitAsked)
            {
                refusals.AddRange(Faults(state, c.Terms, entry, field, context));
            }
        }

        return Decision.AcceptUnless<ReportEvent>(refusals, () =>
        {
            var facts = c.Figures.SelectMany(entry => Facts(state, c.Terms, entry, context)).ToList();
            return facts.Count > 0 && state.State == ReportState.NotStarted ? [Start(c.Terms), .. facts] : facts;
        });
    }

    internal static Decision<ReportEvent> AnswerScale(Report state, ReportCommand.AnswerScale c, CommandContext context)
    {
        List<Refusal> refusals = [.. c.Terms.Faults()];
        if (!state.State.IsWithUnit())
        {
            refusals.Add(ReportRefusals.Locked.With(state.State.Words().Vi, state.State.Words().En));
        }

        if (state.Figures.GetValueOrDefault(c.Metric) is not { ScaleQuestionOpen: true })
        {
            refusals.Add(FigureRefusals.NoScaleQuestion.About("metric", c.Metric));
        }

        if (context.By.Kind != ActorKind.User)
        {
            refusals.Add(FigureRefusals.AnswerNeedsPerson.About("answer", c.Metric));
        }

        if (Texts.IsMissing(c.Text))
        {
            refusals.Add(ReportRefusals.TextMissing.About("answer", Report.LongestText));
        }

        return Decision.AcceptUnless<ReportEvent>(refusals, () => [new ReportEvent.ScaleAnswered(c.Metric, c.Text.Trim(), context.By)]);
    }

    internal static ReportEvent.Started Start(ReportTerms terms) => new(terms.Period, terms.Unit, terms.Illustrative);

    /// <summary>The question a new value raises against the unit's own history; null when it raises none.</summary>
    internal static ReportEvent.ScaleQuestioned? Question(ReportTerms terms, string metric, decimal? value) =>
        value is { } now
        && terms.History.TryGetValue(metric, out var before)
        && ScaleJump.Between(before.Value, now) is { } jump
            ? new(metric, jump.Factor, jump.Up, before.Value, before.Source)
            : null;

    // A system says at any time what it has now: that changes nothing in the report.
    private static bool OnlyRedelivers(Report state, ReportCommand.EnterFigures c) =>
        c.Figures.All(entry => DifferenceRules.IsRedelivery(state.Figures.GetValueOrDefault(entry.Metric), entry));

    private static List<Refusal> Faults(Report state, ReportTerms terms, FigureEntry entry, string field, CommandContext context)
    {
        if (!terms.Asked.TryGetValue(entry.Metric, out var unitOfMeasure))
        {
            return [FigureRefusals.NotAsked.About($"{field}.metric", entry.Metric)];
        }

        List<Refusal> faults = [.. ValueFaults(terms, entry, field), .. OriginFaults(terms, entry, field)];
        if (entry.UnitOfMeasure != unitOfMeasure)
        {
            faults.Add(FigureRefusals.UnitMismatch.About($"{field}.unitOfMeasure", entry.Metric, entry.UnitOfMeasure, unitOfMeasure));
        }

        if (entry.ScaleAnswer is not null && context.By.Kind != ActorKind.User)
        {
            faults.Add(FigureRefusals.AnswerNeedsPerson.About($"{field}.scaleAnswer", entry.Metric));
        }

        if (state.Figures.TryGetValue(entry.Metric, out var figure) && !(DifferenceRules.IsRedelivery(figure, entry) && DifferenceRules.Differs(figure, entry)))
        {
            faults.AddRange(ChangeFaults(state, figure, entry, field));
        }

        return faults;
    }

    private static IEnumerable<Refusal> ValueFaults(ReportTerms terms, FigureEntry entry, string field)
    {
        if (entry.Value is null && string.IsNullOrWhiteSpace(entry.NoDataReason))
        {
            yield return FigureRefusals.ValueMissing.About($"{field}.value", entry.Metric);
        }

        if (entry.Value is not null && entry.NoDataReason is not null)
        {
            yield return FigureRefusals.ValueAndNoData.About($"{field}.noDataReason", entry.Metric);
        }

        if (entry.Value is { } value && (Math.Abs(value) > LargestMagnitude || decimal.Round(value, MostDecimals) != value))
        {
            yield return FigureRefusals.OutOfRange.About($"{field}.value", entry.Metric, LargestMagnitude, MostDecimals);
        }
        else if (entry.Value is { } said && terms.Ranges.TryGetValue(entry.Metric, out var range) && !range.Holds(said))
        {
            yield return FigureRefusals.Impossible.About($"{field}.value", entry.Metric, said, range.Least, range.Most);
        }

        if (new[] { entry.NoDataReason, entry.Note, entry.Why, entry.ScaleAnswer, entry.Source }.Any(t => t?.Length > Report.LongestText))
        {
            yield return FigureRefusals.TextTooLong.About(field, entry.Metric, Report.LongestText);
        }
    }

    private static IEnumerable<Refusal> OriginFaults(ReportTerms terms, FigureEntry entry, string field)
    {
        if (entry.Origin != Origin.Entered && string.IsNullOrWhiteSpace(entry.Source))
        {
            yield return FigureRefusals.SourceMissing.About($"{field}.source", entry.Metric, Report.LongestText);
        }

        if (terms.Bindings.TryGetValue(entry.Metric, out var system))
        {
            if (entry.Origin != Origin.Connected)
            {
                yield return FigureRefusals.BoundToSystem.About($"{field}.metric", entry.Metric, system);
            }
            else if (entry.System != system)
            {
                yield return FigureRefusals.OtherSystem.About($"{field}.metric", entry.Metric, system, entry.System);
            }
        }
    }

    private static IEnumerable<Refusal> ChangeFaults(Report state, Figure figure, FigureEntry entry, string field)
    {
        var same = IsSame(figure, entry);
        if (entry.Value is null && state.PublishedValues.TryGetValue(entry.Metric, out var published))
        {
            yield return FigureRefusals.PublishedNeedsValue.About($"{field}.value", entry.Metric, published);
        }

        if (state.State == ReportState.Returned && !same && figure.ReturnReason is null)
        {
            yield return FigureRefusals.NotReturned.About($"{field}.metric", entry.Metric);
        }

        // A system that delivers the same again needs no words. A person who overrides or corrects does.
        var settled = figure.State != FigureState.Entered || figure.Origin is Origin.Computed or Origin.Connected;
        var touches = !same || figure.State == FigureState.Returned;
        if (settled && touches && entry.Origin != Origin.Connected && string.IsNullOrWhiteSpace(entry.Why))
        {
            yield return FigureRefusals.ChangeNeedsReason.About($"{field}.why", entry.Metric);
        }
    }

    private static IEnumerable<ReportEvent> Facts(Report state, ReportTerms terms, FigureEntry entry, CommandContext context)
    {
        var figure = state.Figures.GetValueOrDefault(entry.Metric);
        if (figure is not null && DifferenceRules.IsRedelivery(figure, entry) && (DifferenceRules.Differs(figure, entry) || figure.Difference is not null || !state.State.IsWithUnit()))
        {
            foreach (var fact in DifferenceRules.Facts(figure, entry, context))
            {
                yield return fact;
            }

            yield break;
        }

        var sameValue = figure?.SameValue(entry.Value, Texts.OrNull(entry.NoDataReason), entry.Origin) == true;
        if (figure is null || !IsSame(figure, entry) || figure.State == FigureState.Returned)
        {
            yield return new ReportEvent.FigureSet(
                entry.Metric, entry.Value, Texts.OrNull(entry.NoDataReason), entry.UnitOfMeasure, entry.Origin,
                Texts.OrNull(entry.Source), Texts.OrNull(entry.Note), Texts.OrNull(entry.Why), Prefilled: false, context.By);
        }

        var question = sameValue ? null : Question(terms, entry.Metric, entry.Value);
        if (question is not null)
        {
            yield return question;
        }

        var open = question is not null || (sameValue && figure!.ScaleQuestionOpen);
        if (open && Texts.OrNull(entry.ScaleAnswer) is { } answer)
        {
            yield return new ReportEvent.ScaleAnswered(entry.Metric, answer, context.By);
        }
    }

    private static bool IsSame(Figure figure, FigureEntry entry) =>
        figure.SameValue(entry.Value, Texts.OrNull(entry.NoDataReason), entry.Origin)
        && figure.Source == Texts.OrNull(entry.Source)
        && figure.Note == Texts.OrNull(entry.Note);
}
