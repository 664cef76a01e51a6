using System.Diagnostics.Metrics;
using Npgsql;
using NpgsqlTypes;

namespace RegionLink.Runtime.Queries;

/// <summary>
/// The role that reads made for a caller go as, and whether it is there. The policies are the database's (migration 0090); the role belongs to
/// the cluster, and not every login may make one. Without it reads go as the owner, whom no policy binds: the rule of the program is then
/// the only wall.
/// </summary>
public sealed class SecondWall(NpgsqlDataSource dataSource)
{
    public const string MeterName = "RegionLink.SecondWall";

    /// <summary>Signs in nowhere, owns nothing, may select from what is named here and nothing else.</summary>
    public const string Role = "regionlink_caller";

    /// <summary>Tables whose rows a policy chooses.</summary>
    public static readonly IReadOnlyList<string> Walled =
    [
        "project", "project_due", "project_progress",
        "budget_line", "budget_line_amount", "budget_sum", "budget_sum_pending",
        "observation",
        "report_obligation", "report", "report_figure", "report_history", "report_question", "figure_binding",
        "import", "import_fault", "import_row",
        "access_log", "event",
    ];

    /// <summary>Walled, too, and only these columns: never the hashes of secrets.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> WalledColumns = new Dictionary<string, string[]>
    {
        ["account"] =
        [
            "id", "login", "label", "unit", "roles", "disabled", "must_change_password", "locked_until", "created_at", "updated_at", "version",
        ],
        ["api_key"] = ["id", "prefix", "label", "unit", "rights", "created_at", "created_by", "expires_at", "revoked_at", "last_used_at"],
    };

    /// <summary>Tables and views that callers read beside those: reference data, what is public, and what a walled row is joined with.</summary>
    public static readonly IReadOnlyList<string> Open =
    [
        "unit", "unit_link", "metric", "source", "legal_act", "reference_document",
        "province", "fiscal_year", "fiscal_year_total", "sharing",
        "target", "target_version", "target_raise", "period",
        "observation_batch", "observation_source", "observation_series", "observation_head", "observation_unit", "observation_row",
        "budget_rollup",
    ];

    /// <summary>Grants the role lacks, each as a statement.</summary>
    private const string SelectMissing = $"""
        select format('grant select on %I to {Role}', t)
          from unnest($1) as t
         where has_table_privilege('{Role}', to_regclass(t)::oid, 'select') is not true
        union all
        select format('grant select (%I) on %I to {Role}', c, t)
          from unnest($2, $3) as x (t, c)
         where has_column_privilege('{Role}', to_regclass(t)::oid, c, 'select') is not true
        """;

    // From version 16 on a member of a role may not always take it on.
    private const string SelectMember = $"""
        select pg_has_role(current_user, oid, case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end)
          from pg_roles
         where rolname = '{Role}'
        """;

    private static readonly Meter Meter = new(MeterName);
    private static volatile bool _measured;
    private volatile object? _stands;

    /// <summary>1 while policies bind what is read for callers; 0 while they do not, or before anybody asked.</summary>
    public static ObservableGauge<int> Standing { get; } = Meter.CreateObservableGauge("regionlink.second_wall", () => _measured ? 1 : 0);

    /// <summary>Whether reads for callers go as the role; asked of the database once.</summary>
    public async ValueTask<bool> StandsAsync(CancellationToken ct)
    {
        if (_stands is bool known)
        {
            return known;
        }

        await using var connection = await dataSource.OpenConnectionAsync(ct);
        var stands = await IsMemberAsync(connection, ct) is true && (await MissingAsync(connection, ct)).Count == 0;
        _stands = stands;
        _measured = stands;
        return stands;
    }

    /// <summary>
    /// Makes the role, takes it on and grants it what is missing, as far as this login may; what it may not is left to somebody who may
    /// (docs/operations.md). Does nothing where nothing is missing. For whoever holds the lock of migrations.
    /// </summary>
    internal static async Task RaiseAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        if (await IsMemberAsync(connection, ct) is null)
        {
            await TryAsync(connection, $"create role {Role} nologin", ct);
        }

        if (await IsMemberAsync(connection, ct) is false)
        {
            await TryAsync(connection, $"grant {Role} to current_user", ct);
        }

        if (await IsMemberAsync(connection, ct) is true && await MissingAsync(connection, ct) is { Count: > 0 } missing)
        {
            await TryAsync(connection, string.Join(";\n", missing), ct);
        }
    }

    /// <returns>Null when there is no such role.</returns>
    private static async Task<bool?> IsMemberAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(SelectMember, connection);
        return (bool?)await command.ExecuteScalarAsync(ct);
    }

    private static async Task<List<string>> MissingAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var columns = WalledColumns.SelectMany(t => t.Value, (t, column) => (Table: t.Key, Column: column)).ToList();
        await using var command = new NpgsqlCommand(SelectMissing, connection);
        Add([.. Walled, .. Open]);
        Add([.. columns.Select(c => c.Table)]);
        Add([.. columns.Select(c => c.Column)]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var missing = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            missing.Add(reader.GetString(0));
        }

        return missing;

        void Add(string[] names) => command.Parameters.Add(new() { Value = names, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
    }

    /// <summary>Not being allowed is an answer. So is that a server on another database of the cluster was quicker.</summary>
    private static async Task TryAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        try
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException refused) when (refused.SqlState is
            PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.UniqueViolation
            or PostgresErrorCodes.InvalidGrantOperation or PostgresErrorCodes.InternalError)
        {
        }
    }
}
