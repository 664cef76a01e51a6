using System.Collections.Immutable;
using RegionLink.Domain.Common;
using RegionLink.Domain.Periods;

namespace RegionLink.Domain.Tests.Periods;

internal static class PeriodExamples
{
    public static readonly UnitKey HoChiMinhCity = UnitKey.Parse("79@2025-07-01");
    public static readonly UnitKey DongNai = UnitKey.Parse("75@2026-04-30");
    public static readonly CommandContext Ministry = new(
        new Actor(ActorKind.User, "coordinator"), new DateTimeOffset(2026, 11, 2, 2, 0, 0, TimeSpan.Zero));

    /// <summary>A reporting month from day 15 to day 14, due two working days after the cut-off; two forms that share a metric.</summary>
    public static PeriodCommand.Open NovemberMonth { get; } = new(
        "2026-11", "Báo cáo tháng 11/2026", "Report of November 2026",
        new DateOnly(2026, 10, 15), new DateOnly(2026, 11, 14), null, 2, WorkCalendar.Plain,
        [
            new ReportingForm("B46", "Ngân sách", "Budget", [new FormMetric("dx_budget_share"), new FormMetric("dx_projects")]),
            new ReportingForm("DX-01", "Chuyển đổi số", "Digital transformation", [new FormMetric("dx_projects"), new FormMetric("online_dossiers", "Cả hai cấp")]),
        ],
        [HoChiMinhCity, DongNai],
        Illustrative: false,
        new Dictionary<string, AskableMetric>
        {
            ["dx_budget_share"] = new("percent", Reportable: true),
            ["dx_projects"] = new("count", Reportable: true),
            ["online_dossiers"] = new("percent", Reportable: true),
            ["dti_rank"] = new("rank", Reportable: false),
        }.ToImmutableDictionary(),
        ["79@2025-07-01", "75@2026-04-30"]);

    public static ReportingPeriod Given(params PeriodEvent[] past) => past.Aggregate(ReportingPeriod.Initial, ReportingPeriod.Evolve);

    public static ReportingPeriod OpenPeriod { get; } = Given([.. ReportingPeriod.Decide(ReportingPeriod.Initial, NovemberMonth, Ministry).Events]);

    public static IEnumerable<string> Codes(this Decision<PeriodEvent> decision) => decision.Refusals.Select(r => r.Code);
}
