using System.Globalization;
using Microsoft.Extensions.Logging;
using RegionLink.Domain.Common;
using RegionLink.Domain.Provinces;
using RegionLink.Domain.Units;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Observations;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Runtime.Provinces;

/// <summary>
/// Brings total local budget expenditure that is published in the provinces folder into the fiscal years of the provinces, so that nobody
/// types it again. Fills gaps only: a total that a province keeps, or closed the year over, is never touched.
/// </summary>
public sealed class PublishedTotals(GrainHost host, TimeProvider clock, ILogger<PublishedTotals> logger)
{
    private const string Metric = "local_budget_expenditure";
    private const string InUse = "accepted";

    private static readonly Actor Folder = new(ActorKind.Platform, "provinces-folder");

    /// <summary>Can be repeated: what is there is not written again.</summary>
    public async Task FillAsync(ProvinceBook book, CancellationToken ct)
    {
        var lineage = book.Lineage();
        foreach (var entry in book.Values.SelectMany(v => v.Entries).Where(e => e is { Metric: Metric, Standing: InUse }))
        {
            if (TotalOf(entry) is { } total && lineage.Find(UnitKey.Parse(entry.Unit)) is { } unit)
            {
                await FillAsync(unit, total, ct);
            }
        }
    }

    private async Task FillAsync(Unit unit, ProvinceCommand.RecordTotal total, CancellationToken ct)
    {
        var key = ProvinceGrain.KeyOf(unit.Key);
        var year = (await host.ReadAsync(ProvinceGrain.Type, key, ct)).State.Year(total.Year);
        if (year is { Open: false } || year?.Total(total.Stage, total.Form) is { Illustrative: false })
        {
            return;
        }

        var at = clock.GetUtcNow();
        var envelope = new CommandEnvelope(new CommandContext(Folder, at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond))));
        ProvinceCommand[] commands = [new ProvinceCommand.OpenFiscalYear(total.Year, unit.Key.ValidFrom, unit.ValidTo), total];
        foreach (var command in commands)
        {
            if (await host.SendAsync(ProvinceGrain.Type, key, command, envelope, ct) is GrainAnswer<Province>.Refused no)
            {
                logger.LogWarning(
                    "The published total of {Unit} for {Year} was not taken: {Reasons}", key, total.Year, string.Join(' ', no.Refusals.Select(r => r.En)));
                return;
            }
        }
    }

    /// <summary>Null when the value is not the total of a year at a stage of the budget, in a unit of money that is known.</summary>
    private static ProvinceCommand.RecordTotal? TotalOf(ObservationEntry entry)
    {
        long? scale = entry.UnitOfMeasure switch
        {
            "vnd" => 1,
            "million_vnd" => 1_000_000,
            "billion_vnd" => 1_000_000_000,
            _ => null,
        };
        return scale is { } factor
            && entry.Method is { Length: > 0 } form
            && Enum.TryParse<BudgetStage>(entry.Stage, ignoreCase: true, out var stage)
            && int.TryParse(entry.Period, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && decimal.TryParse(entry.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value * factor is var vnd and > 0 and <= long.MaxValue && vnd == decimal.Truncate(vnd)
                ? new ProvinceCommand.RecordTotal(
                    year, stage, form.ToUpperInvariant(), new Money((long)vnd), Origin.Imported, string.Join(", ", new[] { entry.Source, entry.SourceUrl }.Where(s => !string.IsNullOrEmpty(s))))
                : null;
    }
}
