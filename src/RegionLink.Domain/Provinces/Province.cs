using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Provinces;

/// <summary>What a province decides about itself: its fiscal years with their totals, and who may read its data. Keyed by the unit.</summary>
public sealed record Province
{
    public static Province Initial { get; } = new();

    /// <summary>Years that were ever opened, oldest first.</summary>
    public ImmutableArray<FiscalYear> Years { get; init; } = [];

    /// <summary>Levels the province set itself; a kind that is not here shares by the platform's default.</summary>
    public ImmutableDictionary<SharedKind, SharingLevel> Sharing { get; init; } = ImmutableDictionary<SharedKind, SharingLevel>.Empty;

    /// <summary>The year, or null when it was never opened.</summary>
    public FiscalYear? Year(int year) => Years.FirstOrDefault(y => y.Year == year);

    /// <summary>Applies one stored fact.</summary>
    public static Province Evolve(Province state, ProvinceEvent fact) => fact switch
    {
        ProvinceEvent.FiscalYearOpened e => state.With((state.Year(e.Year) ?? new FiscalYear(e.Year, Open: true, e.Illustrative, [])) with { Illustrative = e.Illustrative }),
        ProvinceEvent.TotalRecorded e => state.With(state.Opened(e.Year).With(new ExpenditureTotal(e.Stage, e.Form, e.Amount, e.Origin, e.Source, e.Illustrative, e.ScaleJumpConfirmed))),
        ProvinceEvent.TotalWithdrawn e => state.With(state.Opened(e.Year).Without(e.Stage, e.Form)),
        ProvinceEvent.FiscalYearClosed e => state.With(state.Opened(e.Year) with { Open = false }),
        ProvinceEvent.FiscalYearReopened e => state.With(state.Opened(e.Year) with { Open = true, ReopenedBecause = e.Reason }),
        ProvinceEvent.SharingSet e => state with { Sharing = state.Sharing.SetItem(e.Kind, e.Level) },
        _ => throw new NotSupportedException($"Province cannot replay {fact.GetType().Name}."),
    };

    /// <summary>Answers one command.</summary>
    public static Decision<ProvinceEvent> Decide(Province state, ProvinceCommand command, CommandContext context) => command switch
    {
        ProvinceCommand.OpenFiscalYear c => FiscalYearRules.Open(state, c, context),
        ProvinceCommand.CloseFiscalYear c => FiscalYearRules.Close(state, c),
        ProvinceCommand.ReopenFiscalYear c => FiscalYearRules.Reopen(state, c),
        ProvinceCommand.RecordTotal c => TotalRules.Record(state, c, context),
        ProvinceCommand.WithdrawTotal c => TotalRules.Withdraw(state, c),
        ProvinceCommand.SetSharing c => Decision.Accept(state.Share(c)),
        _ => throw new NotSupportedException($"Province does not know {command.GetType().Name}."),
    };

    private IReadOnlyList<ProvinceEvent> Share(ProvinceCommand.SetSharing command) =>
    [
        .. command.Levels
            .Where(l => !Sharing.TryGetValue(l.Key, out var level) || level != l.Value)
            .OrderBy(l => l.Key)
            .Select(l => new ProvinceEvent.SharingSet(l.Key, l.Value)),
    ];

    private FiscalYear Opened(int year) => Year(year) ?? throw new InvalidOperationException($"The log writes to fiscal year {year} before opening it.");

    private Province With(FiscalYear year) => this with
    {
        Years = [.. Years.Where(y => y.Year != year.Year).Append(year).OrderBy(y => y.Year)],
    };
}
