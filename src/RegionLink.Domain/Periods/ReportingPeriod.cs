using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Periods;

/// <summary>
/// A reporting period: what a ministry asks of whom, about which days, by when. Being late is not a state of it: it follows from the
/// due date, the extensions and the day of submission, whenever somebody asks.
/// </summary>
public sealed record ReportingPeriod
{
    /// <summary>Longest reason, in characters.</summary>
    public const int LongestReason = 2_000;

    public static ReportingPeriod Initial { get; } = new();

    public PeriodState State { get; init; } = PeriodState.Unknown;

    public string Id { get; init; } = "";

    public DateOnly Start { get; init; }

    public DateOnly End { get; init; }

    /// <summary>The period its figures are about, in the text form of <see cref="FigurePeriod"/>.</summary>
    public string About { get; init; } = "";

    /// <summary>Due date of every unit that has no extension.</summary>
    public DateOnly Due { get; init; }

    public string TitleVi { get; init; } = "";

    public string TitleEn { get; init; } = "";

    public ImmutableArray<ReportingForm> Forms { get; init; } = [];

    public ImmutableArray<AskedFigure> Asked { get; init; } = [];

    public ImmutableArray<UnitKey> Units { get; init; } = [];

    /// <summary>The latest extension of each unit that has one, by the unit's text form.</summary>
    public ImmutableDictionary<string, Extension> Extensions { get; init; } = ImmutableDictionary<string, Extension>.Empty;

    public bool Illustrative { get; init; }

    /// <summary>Applies one stored fact. Total and never refuses.</summary>
    public static ReportingPeriod Evolve(ReportingPeriod state, PeriodEvent fact) => fact switch
    {
        PeriodEvent.Opened e => new()
        {
            State = PeriodState.Open,
            Id = e.Id,
            Start = e.Start,
            End = e.End,
            About = e.About,
            Due = e.Due,
            TitleVi = e.TitleVi,
            TitleEn = e.TitleEn,
            Forms = e.Forms,
            Asked = e.Asked,
            Units = e.Units,
            Illustrative = e.Illustrative,
        },
        PeriodEvent.Extended e => state with
        {
            Extensions = state.Extensions.SetItem(e.Unit.ToString(), new Extension(e.Due, e.Reason)),
        },
        PeriodEvent.Closed => state with { State = PeriodState.Closed },
        PeriodEvent.Reopened => state with { State = PeriodState.Open },
        _ => throw new NotSupportedException($"A reporting period cannot replay {fact.GetType().Name}."),
    };

    /// <summary>Answers one command. Pure: same state, command and context, same answer.</summary>
    public static Decision<PeriodEvent> Decide(ReportingPeriod state, PeriodCommand command, CommandContext context) => command switch
    {
        PeriodCommand.Open when state.State != PeriodState.Unknown => Decision.Refuse<PeriodEvent>(PeriodRefusals.Exists.About("id", state.Id)),
        PeriodCommand.Open c => OpeningRules.Decide(c),
        _ when state.State == PeriodState.Unknown => Decision.Refuse<PeriodEvent>(PeriodRefusals.Unknown.With()),
        PeriodCommand.Extend c => Extend(state, c),
        PeriodCommand.Close when state.State == PeriodState.Closed => Decision.Accept<PeriodEvent>(),
        PeriodCommand.Close c => Close(c),
        PeriodCommand.Reopen when state.State == PeriodState.Open => Decision.Accept<PeriodEvent>(),
        PeriodCommand.Reopen c => Reopen(c),
        _ => throw new NotSupportedException($"A reporting period does not know {command.GetType().Name}."),
    };

    /// <summary>The last day on which a unit's report is in time.</summary>
    public DateOnly DueOf(UnitKey unit) => Extensions.TryGetValue(unit.ToString(), out var extension) ? extension.Due : Due;

    /// <summary>
    /// Whether a unit was late as things stood at the end of <paramref name="asOf"/>. Extensions count even when they were given after
    /// the first due date had passed.
    /// </summary>
    /// <param name="submittedOn">Day of the first submission in Vietnam; null when there is none. A later resubmission after a return is not late.</param>
    public bool IsLate(UnitKey unit, DateOnly? submittedOn, DateOnly asOf)
    {
        var due = DueOf(unit);
        return asOf > due && (submittedOn is null || submittedOn > due);
    }

    private static Decision<PeriodEvent> Extend(ReportingPeriod state, PeriodCommand.Extend command)
    {
        var refusals = ReasonFaults(command.Reason);
        if (state.State == PeriodState.Closed)
        {
            refusals.Add(PeriodRefusals.Closed.With());
        }

        if (!state.Units.Contains(command.Unit))
        {
            refusals.Add(PeriodRefusals.UnitNotAsked.About("unit", command.Unit));
        }
        else if (command.Due <= state.DueOf(command.Unit))
        {
            refusals.Add(PeriodRefusals.ExtensionNotLater.About("due", command.Due, state.DueOf(command.Unit)));
        }

        return Decision.AcceptUnless<PeriodEvent>(
            refusals, () => [new PeriodEvent.Extended(command.Unit, command.Due, command.Reason.Trim())]);
    }

    private static Decision<PeriodEvent> Close(PeriodCommand.Close command) => Decision.AcceptUnless<PeriodEvent>(
        command.Reason is null ? [] : ReasonFaults(command.Reason), () => [new PeriodEvent.Closed(command.Reason?.Trim())]);

    private static Decision<PeriodEvent> Reopen(PeriodCommand.Reopen command) =>
        Decision.AcceptUnless<PeriodEvent>(ReasonFaults(command.Reason), () => [new PeriodEvent.Reopened(command.Reason.Trim())]);

    private static List<Refusal> ReasonFaults(string reason) =>
        string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason
            ? [PeriodRefusals.ReasonMissing.About("reason", LongestReason)]
            : [];
}

/// <summary>Where a reporting period stands.</summary>
public enum PeriodState
{
    /// <summary>Never opened.</summary>
    Unknown,

    /// <summary>Takes figures.</summary>
    Open,

    /// <summary>Takes no figures; what is in may still be accepted and published.</summary>
    Closed,
}

/// <summary>More time for one unit.</summary>
public sealed record Extension(DateOnly Due, string Reason);
