using System.Collections.Immutable;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Domain.Periods;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Runtime.Periods;

/// <summary>Sends commands to reporting periods; an opening with what the catalogue says of the metrics and units it names.</summary>
public sealed class PeriodDesk(GrainHost host, ReferenceCache reference)
{
    public async Task<GrainAnswer<ReportingPeriod>> OpenAsync(NewPeriod period, CommandEnvelope envelope, CancellationToken ct) =>
        await host.SendAsync(PeriodGrain.Type, period.Id, await CommandAsync(period, ct), envelope, ct);

    /// <summary>Why a period would not be opened, without opening it.</summary>
    public async Task<IReadOnlyList<Refusal>> WouldRefuseAsync(NewPeriod period, CommandContext context, CancellationToken ct) =>
        ReportingPeriod.Decide(ReportingPeriod.Initial, await CommandAsync(period, ct), context).Refusals;

    public Task<GrainAnswer<ReportingPeriod>> SendAsync(string id, PeriodCommand command, CommandEnvelope envelope, CancellationToken ct) =>
        host.SendAsync(PeriodGrain.Type, id, command, envelope, ct);

    private async Task<PeriodCommand.Open> CommandAsync(NewPeriod period, CancellationToken ct)
    {
        var known = await reference.GetAsync(ct);
        var named = period.Forms.SelectMany(f => f.Metrics).Select(m => m.Metric).Distinct();
        return new(
            period.Id,
            period.TitleVi,
            period.TitleEn,
            period.Start,
            period.End,
            period.About,
            period.DueWorkingDays,
            period.Calendar,
            period.Forms,
            period.Units,
            period.Illustrative,
            named.Select(known.Metrics.Find).OfType<Metric>().ToImmutableDictionary(m => m.Id, Askable),
            [.. period.Units.Where(u => known.Lineage.Find(u)?.HoldsOn(period.End) == true).Select(u => u.ToString())]);
    }

    private static AskableMetric Askable(Metric metric) =>
        new(DomainWords.Of(metric.Unit), !metric.Staged && metric.Unit is not UnitOfMeasure.Rank);
}

/// <summary>A period to be opened, as a ministry gives it.</summary>
/// <param name="About">Null when its figures are about exactly the days covered.</param>
public sealed record NewPeriod(
    string Id,
    string TitleVi,
    string TitleEn,
    DateOnly Start,
    DateOnly End,
    int DueWorkingDays,
    WorkCalendar Calendar,
    ImmutableArray<ReportingForm> Forms,
    ImmutableArray<UnitKey> Units,
    string? About = null,
    bool Illustrative = false);
