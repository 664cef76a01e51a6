using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Reports;

/// <summary>
/// What one unit reports for one period: draft → submitted → returned (single figures) → resubmitted → accepted → published.
/// One figure per metric; each keeps who gave it and who approved it.
/// </summary>
public sealed record Report
{
    /// <summary>Longest note, reason, question or answer, in characters.</summary>
    public const int LongestText = 2_000;

    public static Report Initial { get; } = new();

    public ReportState State { get; init; } = ReportState.NotStarted;

    public string Period { get; init; } = "";

    public UnitKey Unit { get; init; }

    public bool Illustrative { get; init; }

    public ImmutableDictionary<string, Figure> Figures { get; init; } = ImmutableDictionary<string, Figure>.Empty;

    public ImmutableArray<FigureQuestion> Questions { get; init; } = [];

    /// <summary>What stands published, by metric: only what differs is published again.</summary>
    public ImmutableDictionary<string, decimal> PublishedValues { get; init; } = ImmutableDictionary<string, decimal>.Empty;

    /// <summary>Applies one stored fact. Total and never refuses.</summary>
    public static Report Evolve(Report state, ReportEvent fact) => fact switch
    {
        ReportEvent.Started e => state with { State = ReportState.Draft, Period = e.Period, Unit = e.Unit, Illustrative = e.Illustrative },
        ReportEvent.FigureSet e => state with { Figures = state.Figures.SetItem(e.Metric, Set(state.Figures.GetValueOrDefault(e.Metric), e)) },
        ReportEvent.DeliveryDiffered e => state.Change(e.Metric, f => f with { Difference = new(e.Value, e.NoDataReason, e.Source, e.By) }),
        ReportEvent.DifferenceEnded e => state.Change(e.Metric, f => f with { Difference = null }),
        ReportEvent.ScaleQuestioned e => state.Change(e.Metric, f => f with { Scale = new(e.Factor, e.Up, e.Against, e.AgainstSource) }),
        ReportEvent.ScaleAnswered e => state.Change(e.Metric, f => f with { Scale = f.Scale! with { Answer = e.Answer, AnsweredBy = e.By } }),
        ReportEvent.FiguresApproved e => e.Metrics.Aggregate(
            state, (s, m) => s.Change(m, f => f with { State = FigureState.Approved, ApprovedBy = e.By })),
        ReportEvent.Submitted e => state.Figures.Keys.Aggregate(
            state with { State = e.Again ? ReportState.Resubmitted : ReportState.Submitted },
            (s, m) => s.Change(m, f => f with { ReturnReason = null })),
        ReportEvent.FiguresReturned e => e.Figures.Aggregate(
            state with { State = ReportState.Returned },
            (s, r) => s.Change(r.Metric, f => f with { State = FigureState.Returned, ReturnReason = r.Reason })),
        ReportEvent.Accepted => state.Figures.Keys.Aggregate(
            state with { State = ReportState.Accepted }, (s, m) => s.Change(m, f => f with { State = FigureState.Accepted })),
        ReportEvent.Published e => state with
        {
            State = ReportState.Published,
            PublishedValues = e.Figures.Aggregate(
                state.PublishedValues, (all, f) => all.SetItem(f.Metric, f.Value)),
        },
        ReportEvent.QuestionAsked e => state with { Questions = state.Questions.Add(new(e.Number, e.Metric, e.Text, e.By)) },
        ReportEvent.QuestionAnswered e => state with
        {
            Questions = state.Questions.SetItem(e.Number - 1, state.Questions[e.Number - 1] with { Answer = e.Text, AnsweredBy = e.By }),
        },
        _ => throw new NotSupportedException($"A report cannot replay {fact.GetType().Name}."),
    };

    /// <summary>Answers one command. Pure: same state, command and context, same answer.</summary>
    public static Decision<ReportEvent> Decide(Report state, ReportCommand command, CommandContext context) => command switch
    {
        ReportCommand.EnterFigures c => EntryRules.Enter(state, c, context),
        ReportCommand.Prefill c => PrefillRules.Prefill(state, c, context),
        _ when state.State == ReportState.NotStarted => Decision.Refuse<ReportEvent>(ReportRefusals.Unknown.With()),
        ReportCommand.AnswerScale c => EntryRules.AnswerScale(state, c, context),
        ReportCommand.AcceptDifference c => DifferenceRules.Accept(state, c, context),
        ReportCommand.Approve c => ApprovalRules.Approve(state, c, context),
        ReportCommand.Submit c => ApprovalRules.Submit(state, c, context),
        ReportCommand.Return c => MinistryRules.Return(state, c, context),
        ReportCommand.Accept => MinistryRules.Accept(state, context),
        ReportCommand.Publish => MinistryRules.Publish(state, context),
        ReportCommand.Ask c => QuestionRules.Ask(state, c, context),
        ReportCommand.Answer c => QuestionRules.Answer(state, c, context),
        _ => throw new NotSupportedException($"A report does not know {command.GetType().Name}."),
    };

    private static Figure Set(Figure? was, ReportEvent.FigureSet e)
    {
        var same = was?.SameValue(e.Value, e.NoDataReason, e.Origin) == true;
        return new()
        {
            Metric = e.Metric,
            Value = e.Value,
            NoDataReason = e.NoDataReason,
            UnitOfMeasure = e.UnitOfMeasure,
            Origin = e.Origin,
            Source = e.Source,
            Note = e.Note,
            Prefilled = e.Prefilled,
            State = FigureState.Entered,
            EnteredBy = same ? was!.EnteredBy : e.By,
            Scale = same ? was!.Scale : null,
            ReturnReason = was?.ReturnReason,
        };
    }

    private Report Change(string metric, Func<Figure, Figure> change) => this with { Figures = Figures.SetItem(metric, change(Figures[metric])) };
}

/// <summary>A dated question about a figure and its answer.</summary>
/// <param name="Number">1, 2, 3… within the report.</param>
/// <param name="Answer">Null while open.</param>
public sealed record FigureQuestion(int Number, string Metric, string Text, Actor AskedBy, string? Answer = null, Actor? AnsweredBy = null);
