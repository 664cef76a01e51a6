using System.Collections.Immutable;
using RegionLink.Domain.Common;
using RegionLink.Domain.Periods;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Periods;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Runtime.Reports;

/// <summary>
/// Sends commands to reports with the terms they need: the period and the unit's bindings, each under a guard, and the unit's own history.
/// Whoever writes figures (pages, files, systems, samples) goes through here, so that no figure is ever written into a closed period.
/// </summary>
public sealed class ReportDesk(GrainHost host, ReportHistory history, HeldFigures held, ReferenceCache reference)
{
    /// <summary>Gives or changes figures; all or none.</summary>
    public Task<GrainAnswer<Report>> EnterAsync(
        string period, UnitKey unit, ImmutableArray<FigureEntry> figures, CommandEnvelope envelope, CancellationToken ct) =>
        SendAsync(period, unit, (terms, _) => Task.FromResult<ReportCommand>(new ReportCommand.EnterFigures(terms, figures)), envelope, ct);

    /// <summary>Fills what nobody has given from what the platform holds for the unit and the period.</summary>
    public Task<GrainAnswer<Report>> PrefillAsync(string period, UnitKey unit, CommandEnvelope envelope, CancellationToken ct) =>
        SendAsync(period, unit, async (terms, cancel) => new ReportCommand.Prefill(terms, await HeldAsync(terms, cancel)), envelope, ct);

    public Task<GrainAnswer<Report>> AnswerScaleAsync(
        string period, UnitKey unit, string metric, string text, CommandEnvelope envelope, CancellationToken ct) =>
        SendAsync(period, unit, (terms, _) => Task.FromResult<ReportCommand>(new ReportCommand.AnswerScale(terms, metric, text)), envelope, ct);

    /// <summary>A person takes over what the system delivers now.</summary>
    public Task<GrainAnswer<Report>> AcceptDifferenceAsync(
        string period, UnitKey unit, string metric, string? why, CommandEnvelope envelope, CancellationToken ct) =>
        SendAsync(period, unit, (terms, _) => Task.FromResult<ReportCommand>(new ReportCommand.AcceptDifference(terms, metric, why)), envelope, ct);

    /// <param name="metrics">Null for every figure waiting for approval.</param>
    public Task<GrainAnswer<Report>> ApproveAsync(
        string period, UnitKey unit, ImmutableArray<string>? metrics, CommandEnvelope envelope, CancellationToken ct) =>
        SendAsync(period, unit, (terms, _) => Task.FromResult<ReportCommand>(new ReportCommand.Approve(terms, metrics)), envelope, ct);

    public Task<GrainAnswer<Report>> SubmitAsync(string period, UnitKey unit, CommandEnvelope envelope, CancellationToken ct) =>
        SendAsync(period, unit, (terms, _) => Task.FromResult<ReportCommand>(new ReportCommand.Submit(terms)), envelope, ct);

    public Task<GrainAnswer<Report>> ReturnAsync(
        string period, UnitKey unit, ImmutableArray<ReturnedFigure> figures, CommandEnvelope envelope, CancellationToken ct) =>
        SendAsync(period, unit, (terms, _) => Task.FromResult<ReportCommand>(new ReportCommand.Return(terms, figures)), envelope, ct);

    /// <summary>Sends what depends on the report alone: accepting, publishing, asking, answering.</summary>
    public Task<GrainAnswer<Report>> SendAsync(string period, UnitKey unit, ReportCommand command, CommandEnvelope envelope, CancellationToken ct) =>
        host.SendAsync(ReportGrain.Type, ReportGrain.KeyOf(period, unit), command, envelope, ct);

    /// <summary>What a report of this unit for this period would be held to now.</summary>
    public async Task<ReportTerms> TermsAsync(string period, UnitKey unit, CancellationToken ct) => (await LoadTermsAsync(period, unit, ct)).Terms;

    /// <summary>Version of the report as last seen here; 0 while nobody has given a figure.</summary>
    public async Task<long> VersionAsync(string period, UnitKey unit, CancellationToken ct) =>
        (await host.ReadAsync(ReportGrain.Type, ReportGrain.KeyOf(period, unit), ct)).Version;

    /// <summary>What the platform holds for the report, asked or not yet used.</summary>
    public async Task<ImmutableArray<HeldFigure>> HeldAsync(ReportTerms terms, CancellationToken ct)
    {
        var loaded = await host.ReadAsync(PeriodGrain.Type, terms.Period, ct);
        return loaded.State.State == PeriodState.Unknown
            ? []
            : await held.ForAsync(terms.Unit, FigurePeriod.Parse(loaded.State.About), [.. terms.Asked.Keys], ct);
    }

    private Task<GrainAnswer<Report>> SendAsync(
        string period, UnitKey unit, Func<ReportTerms, CancellationToken, Task<ReportCommand>> command, CommandEnvelope envelope, CancellationToken ct) =>
        host.SendAsync(
            ReportGrain.Type,
            ReportGrain.KeyOf(period, unit),
            async cancel =>
            {
                var (terms, guards) = await LoadTermsAsync(period, unit, cancel);
                return new Prepared<ReportCommand>(await command(terms, cancel), guards);
            },
            envelope,
            ct);

    private async Task<(ReportTerms Terms, IReadOnlyList<Guard> Guards)> LoadTermsAsync(string key, UnitKey unit, CancellationToken ct)
    {
        var period = await host.ReadAsync(PeriodGrain.Type, key, ct);
        var bindings = await host.ReadAsync(BindingGrain.Type, BindingGrain.KeyOf(unit), ct);
        var state = period.State;
        var asked = state.Asked.ToImmutableDictionary(a => a.Metric, a => a.UnitOfMeasure);
        var earlier = state.State == PeriodState.Unknown
            ? ImmutableDictionary<string, EarlierValue>.Empty
            : await history.LatestAsync(unit, [.. asked.Keys], FigurePeriod.Parse(state.About).End, state.Illustrative, ct);
        var metrics = (await reference.GetAsync(ct)).Metrics;
        var terms = new ReportTerms(
            key,
            unit,
            state.State != PeriodState.Unknown,
            state.State == PeriodState.Open,
            state.Units.Contains(unit),
            state.Illustrative,
            asked,
            bindings.State.Metrics.ToImmutableDictionary(b => b.Key, b => b.Value.System),
            earlier)
        {
            Ranges = asked.Keys.Where(m => metrics.Find(m)?.Range is not null).ToImmutableDictionary(m => m, m => metrics.Find(m)!.Range!),
        };
        return (terms, [period.AsGuard(), bindings.AsGuard()]);
    }
}
