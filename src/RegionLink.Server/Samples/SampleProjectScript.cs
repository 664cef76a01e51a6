using System.Collections.Immutable;
using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;

namespace RegionLink.Server.Samples;

/// <summary>A command of a sample project.</summary>
/// <param name="Step">Names it within the project; part of the command's id, so never reused for another command.</param>
internal sealed record SampleStep(string Step, DateOnly On, Actor By, ProjectCommand Command);

/// <summary>What happened to a sample project, day by day. Days count from the proposal, so that a later province is behind an earlier one.</summary>
internal static class SampleProjectScript
{
    private const int Approval = 38;
    private const int Start = 60;
    private const int Contract = 95;
    private const int FirstReport = 110;
    private const int SecondReport = 160;
    private const int End = 165;

    public static IEnumerable<SampleStep> Of(SampleProject project)
    {
        var (province, course) = (project.Province, project.Theme.Course);
        yield return Do("propose", 0, province.Reporter, day => new ProjectCommand.Propose(project.Key, project.Profile, day, Illustrative: true));
        yield return Do("plan", 2, province.Reporter, _ => new ProjectCommand.PlanSteps(Plan(province)));
        if (course is SampleCourse.Proposed)
        {
            yield break;
        }

        yield return Do("approve", Approval, province.Approver, day => new ProjectCommand.Approve(project.Ceiling, new DocumentRef($"MAU-{project.Number}/QĐ-UBND", day)));
        if (course is SampleCourse.Cancelled)
        {
            yield return Do("cancel", Start, province.Approver, day => new ProjectCommand.Cancel(day, "Dừng để dùng lại kết quả thử nghiệm của tỉnh bạn (minh họa).", null));
        }

        if (course is SampleCourse.Cancelled or SampleCourse.Approved)
        {
            yield break;
        }

        yield return Do("start", Start, province.Reporter, day => new ProjectCommand.Start(day));
        yield return Do("design", Start + 6, province.Reporter, day => new ProjectCommand.FinishStep("THIET-KE", day, null, null));
        yield return Do("contract", Contract, province.Reporter, day => new ProjectCommand.CommitFunds(
            $"MAU-{project.Number}/HĐ", "Nhà thầu minh họa", SampleProject.Part(project.Ceiling, 90), day));
        if (course is not SampleCourse.Slow)
        {
            yield return Do("bidding", Contract, province.Reporter, day => new ProjectCommand.FinishStep("DAU-THAU", day, null, null));
        }

        yield return Do("progress-1", FirstReport, province.Reporter, day => new ProjectCommand.ReportProgress(Progress(project, day, share: 40)));
        foreach (var step in Course(project, course))
        {
            yield return step;
        }

        SampleStep Do(string name, int days, Actor by, Func<DateOnly, ProjectCommand> command) =>
            new(name, province.Proposed.AddDays(days), by, command(province.Proposed.AddDays(days)));
    }

    /// <summary>Ties between the provinces; sent when all projects exist.</summary>
    public static IEnumerable<SampleStep> LinksOf(SampleProject project)
    {
        var day = SampleProvince.All.Max(p => p.Proposed).AddDays(End);
        if (project is { Number: 1, Province.Unit.Code: "75" })
        {
            yield return new("link-joint", day, project.Province.Reporter, new ProjectCommand.Link(
                LinkKind.Joint, project.In("79").Key, "Cùng xây dựng bộ kết nối với nền tảng quốc gia (minh họa).", OtherKnown: true));
        }

        if (project is { Number: 2, Province.Unit.Code: "80" })
        {
            yield return new("link-reuse", day, project.Province.Reporter, new ProjectCommand.Link(
                LinkKind.ReusedFrom, project.In("79").Key, "Dùng lại phần mềm cổng dữ liệu mở (minh họa).", OtherKnown: true));
        }
    }

    private static IEnumerable<SampleStep> Course(SampleProject project, SampleCourse course)
    {
        var province = project.Province;
        var (second, end) = (province.Proposed.AddDays(SecondReport), province.Proposed.AddDays(End));
        switch (course)
        {
            case SampleCourse.Paused:
                yield return new("pause", second, province.Reporter, new ProjectCommand.Pause(second, "Chờ bố trí vốn bổ sung (minh họa)."));
                break;
            case SampleCourse.Slow:
                yield return new("risk", second, province.Reporter, new ProjectCommand.RaiseRisk(
                    "R1", "Dữ liệu của các xã sau sắp xếp chưa khớp mã đơn vị.", 4, 4, "Đối chiếu theo bảng mã mới trước khi nạp."));
                yield return new("progress-2", second, province.Reporter, new ProjectCommand.ReportProgress(Progress(project, second, share: 100) with
                {
                    DelayReasons = [DelayReason.Bidding, DelayReason.Reorganisation],
                }));
                break;
            case SampleCourse.Finished:
                yield return new("progress-2", second, province.Reporter, new ProjectCommand.ReportProgress(Progress(project, second, share: 100)));
                yield return new("delivery", second, province.Reporter, new ProjectCommand.FinishStep("TRIEN-KHAI", second, null, null));
                yield return new("acceptance", end, province.Reporter, new ProjectCommand.FinishStep("NGHIEM-THU", end, $"MAU-{project.Number}/BBNT", null));
                yield return new("complete", end, province.Approver, new ProjectCommand.Complete(end, null));
                break;
            default:
                yield return new("progress-2", second, province.Reporter, new ProjectCommand.ReportProgress(Progress(project, second, share: 100)));
                break;
        }
    }

    /// <param name="share">Percent of what the project has reached by its last report.</param>
    private static ProgressReport Progress(SampleProject project, DateOnly day, int share)
    {
        var (reached, planned) = project.Theme.Course switch
        {
            SampleCourse.Finished => (100, 100),
            SampleCourse.Slow => (22, 55),
            SampleCourse.Paused => (30, 35),
            _ => (58, 60),
        };
        var paid = SampleProject.Part(project.Executed, share);
        var slow = project.Theme.Course is SampleCourse.Slow;
        return new ProgressReport(
            day, reached * share / 100m, paid, planned * share / 100m, slow ? SampleProject.Part(project.Decided, share / 2) : paid,
            slow ? [DelayReason.Bidding] : []);
    }

    private static ImmutableArray<PlannedStep> Plan(SampleProvince province) =>
    [
        new("THIET-KE", "Thiết kế, dự toán", StepPhase.Preparation, Required: true, province.Proposed.AddDays(Start + 10)),
        new("DAU-THAU", "Lựa chọn nhà thầu", StepPhase.Preparation, Required: true, province.Proposed.AddDays(Contract + 5)),
        new("TRIEN-KHAI", "Triển khai, vận hành thử", StepPhase.Implementation, Required: true, province.Proposed.AddDays(450)),
        new("DAO-TAO", "Đào tạo, chuyển giao", StepPhase.Implementation, Required: false, province.Proposed.AddDays(460), "Trung tâm Chuyển đổi số"),
        new("NGHIEM-THU", "Nghiệm thu, bàn giao", StepPhase.Closing, Required: true, province.Proposed.AddDays(480)),
    ];
}
