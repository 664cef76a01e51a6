using System.Text.Json;
using Npgsql;
using RegionLink.Domain.Targets;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;
using static RegionLink.Runtime.Grains.ProjectionStatement;

namespace RegionLink.Runtime.Targets;

/// <summary>Brings the read tables of a target to its state.</summary>
internal static class TargetProjection
{
    private const string PutTarget = """
        insert into target
          (key, metric, scope, unit, region, unit_of_measure, current_version, direction, threshold, upper, valid_from, valid_until,
           every_year_from, due_by, mean_from, trajectory, legal_source, proposed, note, state, illustrative, version, created_at, updated_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
        on conflict (key) do update
           set current_version = excluded.current_version,
               direction = excluded.direction,
               threshold = excluded.threshold,
               upper = excluded.upper,
               valid_from = excluded.valid_from,
               valid_until = excluded.valid_until,
               every_year_from = excluded.every_year_from,
               due_by = excluded.due_by,
               mean_from = excluded.mean_from,
               trajectory = excluded.trajectory,
               legal_source = excluded.legal_source,
               proposed = excluded.proposed,
               note = excluded.note,
               state = excluded.state,
               version = excluded.version,
               updated_at = excluded.updated_at
         where excluded.version > target.version
        """;

    private const string PutVersion = """
        insert into target_version
          (target, number, direction, threshold, upper, valid_from, valid_until, every_year_from, due_by, mean_from, trajectory,
           legal_source, proposed, note, reason, ended_on, set_by, set_at, illustrative)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
        on conflict (target, number) do nothing
        """;

    private const string EndVersion = "update target_version set ended_on = $3 where target = $1 and number = $2";

    private const string PutRaise = """
        insert into target_raise (target, unit, number, direction, threshold, upper, valid_from, legal_source, raised_by, raised_at, illustrative)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        on conflict (target, unit, number) do nothing
        """;

    private const string CancelRaise = "update target_raise set cancelled_because = $4 where target = $1 and unit = $2 and number = $3";

    public static IEnumerable<NpgsqlBatchCommand> Of(Written<Target, TargetEvent> written)
    {
        var version = 0;
        foreach (var one in written.Events)
        {
            version = one.Fact switch
            {
                TargetEvent.Set => 1,
                TargetEvent.Changed e => e.Version,
                _ => version > 0 ? version : written.State.Versions.Count,
            };
            yield return For(written.Key, written.State, version, one);
        }

        yield return Target(written);
    }

    private static NpgsqlBatchCommand Target(Written<Target, TargetEvent> written)
    {
        var target = written.State;
        var newest = target.Versions[^1];
        return ProjectionStatement.Of(
            PutTarget,
            [
                Text(written.Key), Text(target.Metric), Word(target.Scope.Kind), Text(target.Scope.Unit?.ToString()), Text(target.Scope.Region),
                Text(target.UnitOfMeasure), Int(newest.Number), .. Terms(newest.Terms with { Validity = newest.Validity }), Json(target),
                Flag(target.Illustrative), Long(written.Version), Instant(written.Events[0].At), Instant(written.Events[^1].At),
            ]);
    }

    private static NpgsqlBatchCommand For(string key, Target target, int version, WrittenEvent<TargetEvent> one) => one.Fact switch
    {
        TargetEvent.Set e => Version(key, 1, e.Terms, null, target, one),
        TargetEvent.Changed e => Version(key, e.Version, e.Terms, e.Reason, target, one),
        TargetEvent.Ended e => ProjectionStatement.Of(EndVersion, Text(key), Int(version), Date(e.Until)),
        TargetEvent.Raised e => ProjectionStatement.Of(
            PutRaise,
            Text(key), Text(e.Unit.ToString()), Int(e.Number), Word(e.Goal.Direction), Number(e.Goal.Threshold), Number(e.Goal.Upper), Date(e.From),
            Text(e.LegalSource), Text(one.By.ToString()), Instant(one.At), Flag(target.Illustrative)),
        TargetEvent.RaiseCancelled e => ProjectionStatement.Of(CancelRaise, Text(key), Text(e.Unit.ToString()), Int(e.Number), Text(e.Reason)),
        _ => throw new NotSupportedException($"Targets do not project {one.Fact.GetType().Name}."),
    };

    private static NpgsqlBatchCommand Version(
        string key, int number, TargetTerms terms, string? reason, Target target, WrittenEvent<TargetEvent> one) => ProjectionStatement.Of(
        PutVersion,
        [
            Text(key), Int(number), .. Terms(terms), Text(reason), Date(null), Text(one.By.ToString()), Instant(one.At), Flag(target.Illustrative),
        ]);

    private static NpgsqlParameter[] Terms(TargetTerms terms) =>
    [
        Word(terms.Goal.Direction), Number(terms.Goal.Threshold), Number(terms.Goal.Upper), Date(terms.Validity.From), Date(terms.Validity.Until),
        Int(terms.Validity.Due.EveryYearFrom), Date(terms.Validity.Due.By), Int(terms.Validity.Due.MeanFrom), Json(terms.Trajectory.Milestones),
        Text(terms.LegalSource), Flag(terms.Proposed), Text(terms.Note),
    ];

    private static NpgsqlParameter Json<T>(T value) => JsonText(JsonSerializer.SerializeToUtf8Bytes(value, StoredJson.Options));
}
