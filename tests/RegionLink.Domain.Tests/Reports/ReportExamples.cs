using System.Collections.Immutable;
using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;

namespace RegionLink.Domain.Tests.Reports;

/// <summary>A report of three figures, the people around it, and the states it goes through.</summary>
internal static class ReportExamples
{
    public const string BudgetShare = "dx_budget_share";
    public const string ProjectCount = "dx_projects";
    public const string OnlineDossiers = "online_dossiers";

    public static readonly Actor Reporter = new(ActorKind.User, "reporter");
    public static readonly Actor Approver = new(ActorKind.User, "approver");
    public static readonly Actor Coordinator = new(ActorKind.User, "coordinator");
    public static readonly Actor DossierSystem = new(ActorKind.Key, "hcm-dossiers");

    public static ReportTerms Terms { get; } = new(
        "2026-11", UnitKey.Parse("79@2025-07-01"), PeriodKnown: true, Open: true, UnitAsked: true, Illustrative: false,
        new Dictionary<string, string> { [BudgetShare] = "percent", [ProjectCount] = "count", [OnlineDossiers] = "percent" }.ToImmutableDictionary(),
        ImmutableDictionary<string, string>.Empty,
        ImmutableDictionary<string, EarlierValue>.Empty);

    public static readonly FigureEntry[] AllFigures =
        [new(BudgetShare, 0.97m, "percent"), new(ProjectCount, 12, "count"), new(OnlineDossiers, null, "percent", NoDataReason: "Hệ thống đang nâng cấp")];

    public static Report Draft { get; } = Report.Initial.After(Reporter, new ReportCommand.EnterFigures(Terms, [.. AllFigures]));

    public static Report Approved { get; } = Draft.After(Approver, new ReportCommand.Approve(Terms, null));

    public static Report Submitted { get; } = Approved.After(Approver, new ReportCommand.Submit(Terms));

    public static Report Returned { get; } = Submitted.After(
        Coordinator, new ReportCommand.Return(Terms, [new(ProjectCount, "Thiếu dự án cấp xã")]));

    public static Report Accepted { get; } = Submitted.After(Coordinator, new ReportCommand.Accept());

    public static ReportCommand.EnterFigures Enter(params FigureEntry[] figures) => new(Terms, [.. figures]);

    public static Decision<ReportEvent> Decide(this Report report, Actor by, ReportCommand command) =>
        Report.Decide(report, command, new CommandContext(by, new DateTimeOffset(2026, 11, 16, 2, 0, 0, TimeSpan.Zero)));

    public static Report After(this Report report, Actor by, ReportCommand command)
    {
        var decision = report.Decide(by, command);
        Assert.Empty(decision.Refusals);
        return decision.Events.Aggregate(report, Report.Evolve);
    }

    public static IEnumerable<string> Refused(this Report report, Actor by, ReportCommand command)
    {
        var decision = report.Decide(by, command);
        Assert.Empty(decision.Events);
        return decision.Refusals.Select(r => r.Code);
    }
}
