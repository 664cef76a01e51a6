using System.Text.Json;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;
using static RegionLink.Runtime.Grains.GrainColumn;
using P = RegionLink.Runtime.Grains.ProjectionStatement;

namespace RegionLink.Runtime.Projects;

/// <summary>Brings the read tables of a project to its state. Returns statements, runs nothing.</summary>
internal static class ProjectProjection
{
    /// <summary>The row of a project.</summary>
    public static GrainTable<Project, ProjectEvent> Table { get; } = new GrainTable<Project, ProjectEvent>("project")
        .With(Text("unit", isFixed: true), w => w.State.Unit.ToString())
        .With(Text("number", isFixed: true), w => w.State.Number)
        .With(Text("name"), w => w.State.Profile!.Name)
        .With(Text("name_search"), w => VietnameseSearch.Words(w.State.Profile!.Name))
        .With(Text("name_bare"), w => VietnameseSearch.Bare(w.State.Profile!.Name))
        .With(Text("owner_agency"), w => w.State.Profile!.OwnerAgency)
        .With(Text("owner_search"), w => VietnameseSearch.Words(w.State.Profile!.OwnerAgency))
        .With(Text("pillar"), w => P.WordOf(w.State.Profile!.Pillar))
        .With(Text("category"), w => P.WordOf(w.State.Profile!.Category))
        .With(Text("form"), w => P.WordOf(w.State.Profile!.Form))
        .With(Text("regime"), w => P.WordOf(w.State.Profile!.Regime))
        .With(Text("state"), w => P.WordOf(w.State.Course[^1].State))
        .With(Long("state_funding_vnd"), w => w.State.Profile!.FundingOf(FundingKind.State).Vnd)
        .With(Long("non_state_funding_vnd"), w => w.State.Profile!.FundingOf(FundingKind.NonState).Vnd)
        .With(Long("ceiling_vnd"), w => w.State.Ceiling?.Vnd)
        .With(Text("decision_number"), w => w.State.Decision?.Number)
        .With(Date("decision_on"), w => w.State.Decision?.Date)
        .With(Long("committed_vnd"), w => w.State.Committed().Vnd)
        .With(Long("disbursed_vnd"), w => w.State.LatestProgress()?.Disbursed.Vnd)
        .With(Long("planned_disbursed_vnd"), w => w.State.LatestProgress()?.PlannedDisbursed?.Vnd)
        .With(Number("percent"), w => w.State.LatestProgress()?.Percent)
        .With(Number("planned_percent"), w => w.State.LatestProgress()?.PlannedPercent)
        .With(Date("reported_on"), w => w.State.LatestProgress()?.AsOf)
        .With(Text("progress_origin"), w => w.State.LatestProgress() is { } report ? P.WordOf(report.Origin) : null)
        .With(Array("delay_reasons", "text[]"), w => ArrayLiteral.Of(w.State.LatestProgress()?.DelayReasons.Select(P.WordOf) ?? []))
        .With(Date("proposed_on"), w => w.State.First(ProjectState.Proposed))
        .With(Date("approved_on"), w => w.State.First(ProjectState.Approved))
        .With(Date("started_on"), w => w.State.First(ProjectState.Running))
        .With(Date("ended_on"), w => w.State.Course[^1] is { } last && last.State.IsOver() ? last.On : null)
        .With(Date("planned_finish"), w => w.State.PlannedFinish())
        .With(Int("slip_days"), w => w.State.SlipDays())
        .With(Array("open_dues", "date[]"), w => ArrayLiteral.Of(w.State.Steps.Where(s => s.Required && s.IsOpen()).Select(s => s.CurrentDue()).Order()))
        .With(Int("open_risks"), w => OpenRisks(w.State).Count())
        .With(Int("highest_risk"), w => OpenRisks(w.State).Max(r => (int?)r.Level()))
        .With(Array("systems", "text[]"), w => ArrayLiteral.Of(w.State.Profile!.Systems))
        .With(Array("linked", "text[]"), w => ArrayLiteral.Of(w.State.Links.Select(l => l.Other).Distinct().Order(StringComparer.Ordinal)))
        .With(Jsonb("detail"), w => JsonSerializer.SerializeToUtf8Bytes(w.State, StoredJson.Options))
        .With(Flag("illustrative", isFixed: true), w => w.State.Illustrative)
        .With(Instant("created_at", isFixed: true), w => w.Events[0].At.UtcDateTime)
        .With(Instant("updated_at"), w => w.Events[^1].At.UtcDateTime);

    // Child rows are written whole, and only at the version the project's own row has come to: an older write projected late changes nothing.
    private const string DeleteDues = """
        delete from project_due
         where project = $1
           and exists (select from project p where p.key = $1 and p.version = $2)
        """;

    private const string InsertDues = """
        insert into project_due (project, unit, step, baseline, from_day, until_day, due, required, closed_on)
        select $1, $3, d.*
          from unnest($4::text[], $5::int[], $6::date[], $7::date[], $8::date[], $9::boolean[], $10::date[]) as d
         where exists (select from project p where p.key = $1 and p.version = $2)
        """;

    private const string UpsertProgress = """
        insert into project_progress (
          project, version, unit, illustrative, as_of, percent, disbursed_vnd, planned_percent, planned_disbursed_vnd, delay_reasons, note, origin)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        on conflict (project, as_of) do update
           set (percent, disbursed_vnd, planned_percent, planned_disbursed_vnd, delay_reasons, note, origin, version)
             = (excluded.percent, excluded.disbursed_vnd, excluded.planned_percent, excluded.planned_disbursed_vnd,
                excluded.delay_reasons, excluded.note, excluded.origin, excluded.version)
         where project_progress.version < excluded.version
        """;

    public static IEnumerable<NpgsqlBatchCommand> Statements(Written<Project, ProjectEvent> written)
    {
        if (written.Events.Any(e => TouchesSteps(e.Fact)))
        {
            yield return P.Of(DeleteDues, P.Text(written.Key), P.Long(written.Version));
            yield return Dues(written);
        }

        foreach (var e in written.Events)
        {
            if (e.Fact is ProjectEvent.ProgressReported { Report: var report })
            {
                yield return P.Of(
                    UpsertProgress, P.Text(written.Key), P.Long(e.Version), P.Text(written.State.Unit.ToString()), P.Flag(written.State.Illustrative),
                    P.Date(report.AsOf), P.Number(report.Percent), P.Long(report.Disbursed.Vnd), P.Number(report.PlannedPercent),
                    P.Long(report.PlannedDisbursed?.Vnd), P.Texts(report.DelayReasons.Select(P.WordOf)), P.Text(report.Note), P.Text(P.WordOf(report.Origin)));
            }
        }
    }

    private static bool TouchesSteps(ProjectEvent fact) => fact is ProjectEvent.StepsPlanned or ProjectEvent.StepsAdded
        or ProjectEvent.StepDone or ProjectEvent.StepSkipped or ProjectEvent.StepReopened or ProjectEvent.Replanned;

    private static IEnumerable<Risk> OpenRisks(Project project) => project.Risks.Where(r => r.Status == RiskStatus.Open);

    private static NpgsqlBatchCommand Dues(Written<Project, ProjectEvent> written)
    {
        var rows = written.State.Steps.SelectMany(step => step.Dues.Select((due, i) => (
            Step: step,
            Due: due,
            From: i == 0 ? (DateOnly?)null : due.From,
            Until: i + 1 < step.Dues.Length ? step.Dues[i + 1].From : (DateOnly?)null))).ToList();
        return P.Of(
            InsertDues,
            P.Text(written.Key),
            P.Long(written.Version),
            P.Text(written.State.Unit.ToString()),
            P.Texts(rows.Select(r => r.Step.Code)),
            P.Ints(rows.Select(r => r.Due.Baseline)),
            P.Dates(rows.Select(r => r.From)),
            P.Dates(rows.Select(r => r.Until)),
            P.Dates(rows.Select(r => (DateOnly?)r.Due.Due)),
            P.Flags(rows.Select(r => r.Step.Required)),
            P.Dates(rows.Select(r => r.Step.DoneOn ?? r.Step.SkippedOn)));
    }
}
