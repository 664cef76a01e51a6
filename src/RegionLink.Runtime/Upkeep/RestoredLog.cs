using Npgsql;

namespace RegionLink.Runtime.Upkeep;

/// <summary>
/// Makes a log that was restored into another PostgreSQL cluster readable there. Events carry the id of the transaction that wrote them, and
/// readers pass only ids older than every running one; the new cluster counts from the beginning again, so restored events would stay
/// unseen until it catches up. All of them become one transaction from before any the new cluster will run.
/// </summary>
public sealed class RestoredLog(NpgsqlDataSource dataSource)
{
    // 3 is the first id PostgreSQL ever gives out, to initdb; no event of a running platform bears it.
    private const string Stamp = """
        lock table event in access exclusive mode;
        alter table event disable trigger event_is_append_only;
        update event set xid = '3' where xid <> '3';
        alter table event enable trigger event_is_append_only;
        """;

    /// <summary>Returns how many events were stamped. Hashes do not cover the transaction, so the log verifies as before. Run it while no server runs.</summary>
    public async Task<long> StampAsync(CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand(Stamp, connection, transaction) { CommandTimeout = 0 };
        var stamped = await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return stamped;
    }
}
