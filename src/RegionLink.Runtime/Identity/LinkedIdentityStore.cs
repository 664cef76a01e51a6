using Npgsql;

namespace RegionLink.Runtime.Identity;

/// <summary>Who somebody is at an identity provider.</summary>
/// <param name="Issuer">The provider, as it names itself in its tokens.</param>
/// <param name="Subject">Its name for the person: never given to another, means nothing elsewhere.</param>
public sealed record ProviderIdentity(string Issuer, string Subject);

/// <summary>An account's link to an identity.</summary>
/// <param name="LastUsedAt">Null while nobody signed in by it.</param>
public sealed record LinkedIdentity(ProviderIdentity Identity, DateTimeOffset LinkedAt, DateTimeOffset? LastUsedAt);

/// <summary>Keeps which account belongs to which identity: at most one each way.</summary>
public sealed class LinkedIdentityStore(NpgsqlDataSource database)
{
    private const string OfAccount = """
        select issuer, subject, linked_at, last_used_at
          from linked_identity
         where account = $1
        """;

    private const string Use = """
        update linked_identity
           set last_used_at = $3
         where issuer = $1
           and subject = $2
        returning account
        """;

    private const string Insert = """
        insert into linked_identity (account, issuer, subject, linked_at)
        values ($1, $2, $3, $4)
        on conflict do nothing
        """;

    private const string Remove = """
        delete from linked_identity
         where account = $1
        """;

    private const string EndSessions = """
        delete from session
         where account = $1
           and ($2::bytea is null or token_hash <> $2)
        """;

    public async Task<LinkedIdentity?> OfAsync(Guid account, CancellationToken ct)
    {
        await using var command = database.CreateCommand(OfAccount);
        command.Parameters.Add(new() { Value = account });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new(
                new(reader.GetString(0), reader.GetString(1)),
                reader.GetFieldValue<DateTimeOffset>(2),
                reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3))
            : null;
    }

    /// <summary>The account that belongs to an identity, noting the use; null when none does.</summary>
    public async Task<Guid?> UseAsync(ProviderIdentity identity, DateTimeOffset at, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Use);
        foreach (var value in new object[] { identity.Issuer, identity.Subject, at })
        {
            command.Parameters.Add(new() { Value = value });
        }

        return (Guid?)await command.ExecuteScalarAsync(ct);
    }

    /// <returns>False when the account has a link already, or the identity belongs to another account: nothing is written then.</returns>
    public async Task<bool> LinkAsync(Guid account, ProviderIdentity identity, AccessEntry entry, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { Statement.Of(Insert, account, identity.Issuer, identity.Subject, entry.At) } };
        if (await batch.ExecuteNonQueryAsync(ct) == 0)
        {
            return false;
        }

        await using var log = new NpgsqlBatch(connection, transaction) { BatchCommands = { entry.ToCommand() } };
        await log.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Removes the link, and ends sessions: one of them may have been opened by it.</summary>
    /// <param name="keepSession">Hash of the one that goes on; null to end all.</param>
    public Task RemoveAsync(Guid account, byte[]? keepSession, AccessEntry entry, CancellationToken ct) => database.RunAsync(
        [
            Statement.Of(Remove, account),
            Statement.Of(EndSessions, account, new NpgsqlParameter { Value = keepSession ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea }),
            entry.ToCommand(),
        ],
        ct);
}
