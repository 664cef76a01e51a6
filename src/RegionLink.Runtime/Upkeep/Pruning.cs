using System.Globalization;
using Npgsql;
using RegionLink.Runtime.Identity;

namespace RegionLink.Runtime.Upkeep;

/// <summary>Removes what grows without end and nobody asks for any more. The event log is never pruned.</summary>
public sealed class Pruning(NpgsqlDataSource dataSource)
{
    /// <summary>The access log is kept at least so long, whatever is asked.</summary>
    public const int FewestAccessLogDays = 90;

    private const string DeleteImports = "delete from import where coalesce(finished_at, beat_at) < $1";

    private const string OpenAccessLog = "alter table access_log disable trigger access_log_is_append_only";

    private const string DeleteAccessLog = "delete from access_log where at < $1";

    private const string CloseAccessLog = "alter table access_log enable trigger access_log_is_append_only";

    /// <summary>Removes reports about imports (their faults and rows), never what the imports wrote. Returns how many.</summary>
    public async Task<int> ImportsAsync(DateTimeOffset before, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(DeleteImports);
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = before.UtcDateTime });
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Removes lines of the access log, and writes one that says so. Returns how many.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Younger than <see cref="FewestAccessLogDays"/>.</exception>
    public async Task<int> AccessLogAsync(DateTimeOffset before, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(before, now.AddDays(-FewestAccessLogDays));
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection, transaction) { Timeout = 0 };
        batch.BatchCommands.Add(new(OpenAccessLog));
        var delete = new NpgsqlBatchCommand(DeleteAccessLog) { Parameters = { new() { Value = before.UtcDateTime } } };
        batch.BatchCommands.Add(delete);
        batch.BatchCommands.Add(new(CloseAccessLog));
        var note = string.Create(CultureInfo.InvariantCulture, $"before {before.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");
        batch.BatchCommands.Add(new AccessEntry(now.ToUniversalTime(), "platform:prune", AccessKind.Pruned, note, null, null).ToCommand());
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return checked((int)delete.RecordsAffected);
    }
}
