using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;

namespace RegionLink.Runtime.Projects;

/// <summary>Brings the read tables of a project to its state. Returns statements, runs nothing.</summary>
internal static class ProjectProjection
{
    private const string Upsert = """
        insert into project (
          key, unit, number, name, name_search, name_bare, owner_agency, owner_search, pillar, category, form, regime, state,
          state_funding_vnd, non_state_funding_vnd, ceiling_vnd, decision_number, decision_on, committed_vnd,
          disbursed_vnd, planned_disbursed_vnd, percent, planned_percent, reported_on, progress_origin, delay_reasons,
          proposed_on, approved_on, started_on, ended_on, planned_finish, slip_days, open_dues, open_risks, highest_risk, systems, linked,
          detail, illustrative, version, created_at, updated_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
                $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42)
        on conflict (key) do update
           set (name, name_search, name_bare, owner_agency, owner_search, pillar, category, form, regime, state,
                state_funding_vnd, non_state_funding_vnd, ceiling_vnd, decision_number, decision_on, committed_vnd,
                disbursed_vnd, planned_disbursed_vnd, percent, planned_percent, reported_on, progress_origin, delay_reasons,
                proposed_on, approved_on, started_on, ended_on, planned_finish, slip_days, open_dues, open_risks, highest_risk, systems, linked,
                detail, version, updated_at)
             = (excluded.name, excluded.name_search, excluded.name_bare, excluded.owner_agency, excluded.owner_search, excluded.pillar,
                excluded.category, excluded.form, excluded.regime, excluded.state,
                excluded.state_funding_vnd, excluded.non_state_funding_vnd, excluded.ceiling_vnd, excluded.decision_number,
                excluded.decision_on, excluded.committed_vnd,
                excluded.disbursed_vnd, excluded.planned_disbursed_vnd, excluded.percent, excluded.planned_percent, excluded.reported_on,
                excluded.progress_origin, excluded.delay_reasons,
                excluded.proposed_on, excluded.approved_on, excluded.started_on, excluded.ended_on, excluded.planned_finish,
                excluded.slip_days, excluded.open_dues, excluded.open_risks, excluded.highest_risk, excluded.systems, excluded.linked,
                excluded.detail, excluded.version, excluded.updated_at)
         where project.version < excluded.version
        """;

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
        yield return Row(written);
        if (written.Events.Any(e => TouchesSteps(e.Fact)))
        {
            yield return Command(DeleteDues, written.Key, written.Version);
            yield return Dues(written);
        }

        foreach (var e in written.Events)
        {
            if (e.Fact is ProjectEvent.ProgressReported { Report: var report })
            {
                yield return Command(
                    UpsertProgress, written.Key, e.Version, written.State.Unit.ToString(), written.State.Illustrative, report.AsOf,
                    report.Percent, report.Disbursed.Vnd, report.PlannedPercent, report.PlannedDisbursed?.Vnd, Words(report.DelayReasons),
                    report.Note, Word(report.Origin));
            }
        }
    }

    private static bool TouchesSteps(ProjectEvent fact) => fact is ProjectEvent.StepsPlanned or ProjectEvent.StepsAdded
        or ProjectEvent.StepDone or ProjectEvent.StepSkipped or ProjectEvent.StepReopened or ProjectEvent.Replanned;

    private static NpgsqlBatchCommand Row(Written<Project, ProjectEvent> written)
    {
        var (project, profile, report) = (written.State, written.State.Profile!, written.State.LatestProgress());
        var last = project.Course[^1];
        var open = project.Risks.Where(r => r.Status == RiskStatus.Open).ToList();
        var command = Command(
            Upsert,
            written.Key,
            project.Unit.ToString(),
            project.Number,
            profile.Name,
            VietnameseSearch.Words(profile.Name),
            VietnameseSearch.Bare(profile.Name),
            profile.OwnerAgency,
            VietnameseSearch.Words(profile.OwnerAgency),
            Word(profile.Pillar),
            Word(profile.Category),
            Word(profile.Form),
            Word(profile.Regime),
            Word(last.State),
            profile.FundingOf(FundingKind.State).Vnd,
            profile.FundingOf(FundingKind.NonState).Vnd,
            project.Ceiling?.Vnd,
            project.Decision?.Number,
            project.Decision?.Date,
            project.Committed().Vnd,
            report?.Disbursed.Vnd,
            report?.PlannedDisbursed?.Vnd,
            report?.Percent,
            report?.PlannedPercent,
            report?.AsOf,
            report is null ? null : Word(report.Origin),
            report is null ? Array.Empty<string>() : Words(report.DelayReasons),
            project.First(ProjectState.Proposed),
            project.First(ProjectState.Approved),
            project.First(ProjectState.Running),
            last.State.IsOver() ? last.On : null,
            project.PlannedFinish(),
            project.SlipDays(),
            project.Steps.Where(s => s.Required && s.IsOpen()).Select(s => s.CurrentDue()).Order().ToArray(),
            open.Count,
            open.Count > 0 ? open.Max(r => r.Level()) : null,
            profile.Systems.ToArray(),
            project.Links.Select(l => l.Other).Distinct().Order(StringComparer.Ordinal).ToArray());
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(project, StoredJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb });
        Add(command, project.Illustrative, written.Version, written.Events[0].At, written.Events[^1].At);
        return command;
    }

    private static NpgsqlBatchCommand Dues(Written<Project, ProjectEvent> written)
    {
        var rows = written.State.Steps.SelectMany(step => step.Dues.Select((due, i) => (
            Step: step,
            Due: due,
            From: i == 0 ? (DateOnly?)null : due.From,
            Until: i + 1 < step.Dues.Length ? step.Dues[i + 1].From : (DateOnly?)null))).ToList();
        return Command(
            InsertDues,
            written.Key,
            written.Version,
            written.State.Unit.ToString(),
            rows.Select(r => r.Step.Code).ToArray(),
            rows.Select(r => r.Due.Baseline).ToArray(),
            rows.Select(r => r.From).ToArray(),
            rows.Select(r => r.Until).ToArray(),
            rows.Select(r => r.Due.Due).ToArray(),
            rows.Select(r => r.Step.Required).ToArray(),
            rows.Select(r => r.Step.DoneOn ?? r.Step.SkippedOn).ToArray());
    }

    /// <summary>The word an enumeration member is stored and sent as.</summary>
    private static string Word<T>(T member)
        where T : struct, Enum => JsonSerializer.SerializeToElement(member, StoredJson.Options).GetString()!;

    private static string[] Words(IEnumerable<DelayReason> reasons) => [.. reasons.Select(Word)];

    private static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        Add(command, values);
        return command;
    }

    private static void Add(NpgsqlBatchCommand command, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        }
    }
}
