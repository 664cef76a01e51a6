using RegionLink.Domain.Common;
using RegionLink.Domain.Periods;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Periods;
using RegionLink.Runtime.Reports;

namespace RegionLink.Server.Samples;

/// <summary>
/// Three made-up reporting months with reports in every state, so that desks have something on them: published, accepted, returned with
/// reasons, handed in, handed in late, half filled in, not begun. All marked illustrative: none of it ever becomes an observation.
/// </summary>
public sealed class SampleReports(PeriodDesk periods, ReportDesk reports)
{
    private static readonly Actor Coordinator = new(ActorKind.User, "sample-coordinator");
    private static readonly Actor Supervisor = new(ActorKind.User, "sample-supervisor");

    private delegate Task<GrainAnswer<Report>> Send(ReportDesk desk, string period, UnitKey unit, CommandEnvelope envelope, CancellationToken ct);

    /// <summary>Needs the units and metrics of the provinces folder. Sending them again changes nothing.</summary>
    public async Task WriteAsync(CancellationToken ct)
    {
        var months = new[] { new DateOnly(2026, 9, 14), new DateOnly(2026, 10, 14), new DateOnly(2026, 11, 14) };
        for (var i = 0; i < months.Length; i++)
        {
            var (id, end) = (FormattableString.Invariant($"mau-{months[i]:yyyy-MM}"), months[i]);
            await OpenAsync(id, end, ct);
            for (var p = 0; p < SampleProvince.All.Count; p++)
            {
                await TellAsync(id, SampleProvince.All[p].Unit, Story(i, p, end), ct);
            }

            if (i == 1)
            {
                var extension = new PeriodCommand.Extend(SampleProvince.All[1].Unit, end.AddDays(9), "Sắp xếp lại đơn vị cấp xã (minh họa)");
                await PeriodAsync(id, "extend", extension, end.AddDays(1), ct);
            }

            if (i == 0)
            {
                await PeriodAsync(id, "close", new PeriodCommand.Close("Đã tổng hợp xong (minh họa)"), end.AddDays(21), ct);
            }
        }
    }

    /// <summary>What happened to the report of one province in one month: who did what on which day.</summary>
    private static IEnumerable<(string Step, Actor By, DateOnly On, Send What)> Story(int month, int province, DateOnly end)
    {
        var (reporter, approver) = (Person(province, "reporter"), Person(province, "approver"));
        var figures = SampleForms.Figures(province, month);
        var handsIn = new[]
        {
            ("enter", reporter, end.AddDays(1), Enter(figures)),
            ("approve", approver, end.AddDays(2), Approve()),
            ("submit", approver, end.AddDays(2), (Send)Submit),
        };
        var late = handsIn.Select(s => (s.Item1, s.Item2, s.Item3.AddDays(5), s.Item4));
        var accept = ("accept", Coordinator, end.AddDays(8), Order(new ReportCommand.Accept()));
        var publish = ("publish", Coordinator, end.AddDays(9), Order(new ReportCommand.Publish()));

        return (month, province) switch
        {
            // One figure came back, was corrected and approved again; a supervisor asked and was answered.
            (0, 0) =>
            [
                .. handsIn,
                ("return", Coordinator, end.AddDays(3), Return(("citizen_reports_received", "Chưa gồm phản ánh qua ứng dụng; đề nghị bổ sung."))),
                ("correct", reporter, end.AddDays(4), Enter([figures[7] with { Value = figures[7].Value + 1_275, Why = "Bổ sung phản ánh qua ứng dụng" }])),
                ("approve-again", approver, end.AddDays(4), Approve()),
                ("submit-again", approver, end.AddDays(4), Submit),
                accept,
                publish,
                ("ask", Supervisor, end.AddDays(12), Order(new ReportCommand.Ask("online_public_services_full", "Vì sao số dịch vụ toàn trình tăng chậm?"))),
                ("answer", reporter, end.AddDays(14), Order(new ReportCommand.Answer(1, "Nhiều thủ tục đang chờ quy định chuyên ngành."))),
            ],
            (0, 1) => [.. handsIn, accept, publish],
            (0, 2) => [.. late, accept],
            (1, 0) => [.. handsIn, accept],
            (1, 1) =>
            [
                .. handsIn,
                ("return", Coordinator, end.AddDays(6), Return(
                    ("online_public_service_usage", "Giảm so với tháng trước mà không có giải thích; đề nghị kiểm tra lại."),
                    ("state_systems_with_approved_security_level", "Đề nghị ghi rõ số hệ thống đã được phê duyệt trên tổng số hệ thống."))),
            ],
            (1, 2) => late,
            (2, 0) => handsIn,

            // Half filled in, one figure without data and why; the third province has not begun.
            (2, 1) =>
            [
                ("enter", reporter, end.AddDays(1), Enter([.. figures[..5], figures[7] with { Value = null, Source = null, NoDataReason = "Tổng đài đang chuyển đổi hệ thống" }])),
                ("approve", approver, end.AddDays(2), Approve(figures[0].Metric, figures[1].Metric)),
            ],
            _ => [],
        };
    }

    private static Send Enter(IReadOnlyList<FigureEntry> figures) =>
        (desk, period, unit, envelope, ct) => desk.EnterAsync(period, unit, [.. figures], envelope, ct);

    /// <param name="metrics">None: everything that waits for approval.</param>
    private static Send Approve(params string[] metrics) =>
        (desk, period, unit, envelope, ct) => desk.ApproveAsync(period, unit, metrics.Length == 0 ? null : [.. metrics], envelope, ct);

    private static Task<GrainAnswer<Report>> Submit(ReportDesk desk, string period, UnitKey unit, CommandEnvelope envelope, CancellationToken ct) =>
        desk.SubmitAsync(period, unit, envelope, ct);

    private static Send Return(params (string Metric, string Reason)[] figures) =>
        (desk, period, unit, envelope, ct) => desk.ReturnAsync(period, unit, [.. figures.Select(f => new ReturnedFigure(f.Metric, f.Reason))], envelope, ct);

    private static Send Order(ReportCommand command) =>
        (desk, period, unit, envelope, ct) => desk.SendAsync(period, unit, command, envelope, ct);

    // Only people approve, hand in and accept; these sign in nowhere.
    private static Actor Person(int province, string role) => new(ActorKind.User, $"sample-{SampleProvince.All[province].Unit.Code}-{role}");

    private async Task OpenAsync(string id, DateOnly end, CancellationToken ct)
    {
        var start = end.AddDays(1).AddMonths(-1);
        var period = new NewPeriod(
            id,
            FormattableString.Invariant($"Báo cáo chuyển đổi số tháng {end:MM/yyyy} (minh họa)"),
            FormattableString.Invariant($"Digital transformation report of {end:yyyy-MM} (sample)"),
            start,
            end,
            DueWorkingDays: 2,
            WorkCalendar.Plain,
            SampleForms.All,
            [.. SampleProvince.All.Select(p => p.Unit)],
            Illustrative: true);
        SampleWriter.MustBeDone(await periods.OpenAsync(period, SampleWriter.Envelope($"period/{id}", "open", Coordinator, start), ct), id, "open");
    }

    private async Task PeriodAsync(string id, string step, PeriodCommand command, DateOnly on, CancellationToken ct) =>
        SampleWriter.MustBeDone(await periods.SendAsync(id, command, SampleWriter.Envelope($"period/{id}", step, Coordinator, on), ct), id, step);

    private async Task TellAsync(string period, UnitKey unit, IEnumerable<(string Step, Actor By, DateOnly On, Send What)> story, CancellationToken ct)
    {
        var report = ReportGrain.KeyOf(period, unit);
        foreach (var (step, by, on, what) in story)
        {
            SampleWriter.MustBeDone(await what(reports, period, unit, SampleWriter.Envelope($"report/{report}", step, by, on), ct), report, step);
        }
    }
}
