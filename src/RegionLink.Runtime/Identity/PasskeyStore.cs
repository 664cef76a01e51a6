using Npgsql;

namespace RegionLink.Runtime.Identity;

/// <summary>A passkey of an account; nothing in it is secret.</summary>
/// <param name="CredentialId">As the authenticator named it; unique in the installation.</param>
/// <param name="PublicKey">COSE key.</param>
/// <param name="Name">What its holder calls it.</param>
/// <param name="SignCount">Of its last use; 0 for authenticators that do not count.</param>
/// <param name="LastUsedAt">Null while it was never used.</param>
public sealed record Passkey(
    Guid Id,
    Guid Account,
    byte[] CredentialId,
    byte[] PublicKey,
    string Name,
    long SignCount,
    IReadOnlyList<string> Transports,
    bool BackupEligible,
    bool BackedUp,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt);

/// <summary>Keeps passkeys.</summary>
public sealed class PasskeyStore(NpgsqlDataSource database)
{
    private const string Columns =
        "id, account, credential_id, public_key, name, sign_count, transports, backup_eligible, backed_up, created_at, last_used_at";

    private const string OfAccount = $"select {Columns} from passkey where account = $1 order by created_at, id";

    private const string ByCredential = $"select {Columns} from passkey where credential_id = $1";

    private const string Insert = $"""
        insert into passkey ({Columns})
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, null)
        """;

    private const string Rename = """
        update passkey
           set name = $3
         where account = $1
           and id = $2
        """;

    private const string Remove = """
        delete from passkey
         where account = $1
           and id = $2
        """;

    private const string RemoveAll = """
        delete from passkey
         where account = $1
        """;

    private const string EndSessions = """
        delete from session
         where account = $1
        """;

    private const string EndOtherSessions = """
        delete from session
         where account = $1
           and token_hash <> $2
        """;

    // Of two requests with the same answer one finds the challenge unused. The count was compared when the signature was; comparing once
    // more lets only one of two answers with the same count in.
    private const string Use = """
        with forgotten as (
          delete from passkey_challenge_used
           where expires_at <= $4
        ), taken as (
          insert into passkey_challenge_used (challenge_hash, expires_at)
          values ($3, $5)
          on conflict do nothing
          returning true
        )
        update passkey
           set sign_count = $2,
               backed_up = $6,
               last_used_at = $4
         where id = $1
           and (sign_count < $2 or (sign_count = 0 and $2 = 0))
           and exists (select from taken)
        """;

    /// <summary>In the order they were added.</summary>
    public Task<IReadOnlyList<Passkey>> OfAsync(Guid account, CancellationToken ct) => ReadAsync(OfAccount, account, ct);

    public async Task<Passkey?> FindAsync(byte[] credentialId, CancellationToken ct) => (await ReadAsync(ByCredential, credentialId, ct)).SingleOrDefault();

    /// <exception cref="PostgresException">Somebody else was faster with the same credential; the check before makes it next to impossible.</exception>
    public Task AddAsync(Passkey passkey, AccessEntry entry, CancellationToken ct) => database.RunAsync(
        [
            Statement.Of(
                Insert, passkey.Id, passkey.Account, passkey.CredentialId, passkey.PublicKey, passkey.Name, passkey.SignCount,
                Statement.Texts(passkey.Transports), passkey.BackupEligible, passkey.BackedUp, passkey.CreatedAt),
            entry.ToCommand(),
        ],
        ct);

    /// <summary>Notes a use.</summary>
    /// <param name="challengeHash">Of what was answered; taken once.</param>
    /// <param name="challengeEnds">When it is worth nothing anyhow and need not be remembered.</param>
    /// <returns>False when the challenge was answered before, or the passkey is gone or was used with a higher count.</returns>
    public async Task<bool> UseAsync(Guid id, long signCount, byte[] challengeHash, DateTimeOffset at, DateTimeOffset challengeEnds, bool backedUp, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Use);
        foreach (var value in new object[] { id, signCount, challengeHash, at, challengeEnds, backedUp })
        {
            command.Parameters.Add(new() { Value = value });
        }

        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    /// <returns>False when the account has no such passkey.</returns>
    public async Task<bool> RenameAsync(Guid account, Guid id, string name, CancellationToken ct) =>
        await database.RunAsync([Statement.Of(Rename, account, id, name)], ct) > 0;

    /// <summary>Removes one, and ends the account's other sessions: one of them may have been opened with it.</summary>
    /// <param name="keepSession">Hash of the one that goes on.</param>
    public Task RemoveAsync(Guid account, Guid id, byte[] keepSession, AccessEntry entry, CancellationToken ct) =>
        database.RunAsync([Statement.Of(Remove, account, id), Statement.Of(EndOtherSessions, account, keepSession), entry.ToCommand()], ct);

    /// <summary>Removes all, and ends the account's sessions.</summary>
    public Task RemoveAllAsync(Guid account, AccessEntry entry, CancellationToken ct) =>
        database.RunAsync([Statement.Of(RemoveAll, account), Statement.Of(EndSessions, account), entry.ToCommand()], ct);

    private async Task<IReadOnlyList<Passkey>> ReadAsync(string sql, object key, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = key });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<Passkey>();
        while (await reader.ReadAsync(ct))
        {
            found.Add(new(
                reader.GetGuid(0),
                reader.GetGuid(1),
                reader.GetFieldValue<byte[]>(2),
                reader.GetFieldValue<byte[]>(3),
                reader.GetString(4),
                reader.GetInt64(5),
                reader.GetFieldValue<string[]>(6),
                reader.GetBoolean(7),
                reader.GetBoolean(8),
                reader.GetFieldValue<DateTimeOffset>(9),
                reader.IsDBNull(10) ? null : reader.GetFieldValue<DateTimeOffset>(10)));
        }

        return found;
    }
}
