using System.Collections.Immutable;
using RegionLink.Domain.Periods;
using RegionLink.Domain.Reports;

namespace RegionLink.Server.Samples;

/// <summary>What the sample periods ask for, and made-up answers to it.</summary>
internal static class SampleForms
{
    /// <summary>Metric, unit of measure, and for TP.HCM, Đồng Nai, Tây Ninh the value of the first period with what each later one adds.</summary>
    private static readonly ImmutableArray<(string Metric, string Unit, (decimal First, decimal Step)[] Of)> Asked =
    [
        ("online_public_services_total", "services", [(1923, 0), (1897, 2), (1841, 0)]),
        ("online_public_services_full", "services", [(1204, 12), (1088, 9), (947, 21)]),
        ("admin_files_processed_online", "percent", [(88.4m, 0.6m), (84.1m, 0.7m), (79.6m, 1.3m)]),
        ("online_public_service_usage", "percent", [(71.2m, 0.8m), (66.5m, 0.5m), (58.9m, 1.4m)]),
        ("mandatory_data_connection_done", "percent", [(78, 2), (72, 3), (64, 4)]),
        ("state_systems_with_approved_security_level", "percent", [(83.5m, 1.5m), (77, 2), (70.5m, 2.5m)]),
        ("officials_with_digital_identity", "percent", [(96.1m, 0.4m), (92.8m, 0.6m), (90.2m, 0.9m)]),
        ("citizen_reports_received", "calls", [(18_450, 620), (4_310, 150), (2_980, -40)]),
        ("people_with_electronic_health_record", "percent", [(62.3m, 1.1m), (57.4m, 1.2m), (51.8m, 1.6m)]),
    ];

    public static ImmutableArray<ReportingForm> All { get; } =
    [
        Form("DX-01", "Dịch vụ công trực tuyến", "Online public services", 0..4),
        Form("DX-02", "Dữ liệu, an toàn thông tin, định danh số", "Data, security, digital identity", 4..7),
        Form("DX-03", "Xã hội số", "Digital society", 7..9) with
        {
            // Asked a second time on purpose: one figure satisfies both forms.
            Metrics = [new("citizen_reports_received"), new("people_with_electronic_health_record"), new("online_public_service_usage")],
        },
    ];

    /// <summary>Everything asked, answered by one province.</summary>
    /// <param name="province">Its place in <see cref="SampleProvince.All"/>.</param>
    /// <param name="period">Place of the period among the samples.</param>
    public static ImmutableArray<FigureEntry> Figures(int province, int period) =>
        [.. Asked.Select(a => new FigureEntry(a.Metric, a.Of[province].First + (a.Of[province].Step * period), a.Unit, Source: "Số liệu minh họa"))];

    private static ReportingForm Form(string id, string vi, string en, Range metrics) =>
        new(id, vi, en, [.. Asked[metrics].Select(a => new FormMetric(a.Metric))]);
}
