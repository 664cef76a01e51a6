using RegionLink.Domain.Common;
using RegionLink.Domain.Provinces;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;

namespace RegionLink.Runtime.Provinces;

/// <summary>The province as a grain: key is the unit's key, stream <c>province/79@2025-07-01</c>. Others name it as guard.</summary>
public static class ProvinceGrain
{
    public static readonly IReadOnlyList<string> Tables = ["province", "fiscal_year", "fiscal_year_total", "sharing"];

    public static GrainType<Province, ProvinceCommand, ProvinceEvent> Type { get; } = new(
        "province",
        Province.Initial,
        Province.Evolve,
        Province.Decide,
        new EventCodec<ProvinceEvent>()
            .With<ProvinceEvent.FiscalYearOpened>("fiscal-year-opened")
            .With<ProvinceEvent.TotalRecorded>("total-recorded")
            .With<ProvinceEvent.TotalWithdrawn>("total-withdrawn")
            .With<ProvinceEvent.FiscalYearClosed>("fiscal-year-closed")
            .With<ProvinceEvent.FiscalYearReopened>("fiscal-year-reopened")
            .With<ProvinceEvent.SharingSet>("sharing-set"),
        SnapshotFormat: 1,
        ProvinceProjection.Of)
    {
        Guardable = true,
    };

    public static string KeyOf(UnitKey unit) => unit.ToString();
}
