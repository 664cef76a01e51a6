using Npgsql;

namespace RegionLink.Runtime.Identity;

/// <summary>An account's second factor.</summary>
/// <param name="SealedSecret">As the key ring sealed it.</param>
/// <param name="PreparedAt">When the secret was made.</param>
/// <param name="Confirmed">False while it is being set up: it is not asked for yet.</param>
/// <param name="RecoveryCodes">How many are left.</param>
public sealed record SecondFactor(string SealedSecret, DateTimeOffset PreparedAt, bool Confirmed, int RecoveryCodes);

/// <summary>Keeps second factors. What uses a code up is one statement: of two requests with the same code one gets in.</summary>
public sealed class SecondFactorStore(NpgsqlDataSource database)
{
    private const string Find = """
        select f.sealed_secret, f.created_at, f.confirmed_at is not null,
               (select count(*)::int from recovery_code r where r.account = f.account)
          from second_factor f
         where f.account = $1
        """;

    private const string Prepare = """
        insert into second_factor (account, sealed_secret, created_at)
        values ($1, $2, $3)
        on conflict (account) do update
           set sealed_secret = excluded.sealed_secret,
               created_at = excluded.created_at
         where second_factor.confirmed_at is null
        """;

    private const string Confirm = """
        update second_factor
           set confirmed_at = $3,
               last_step = $2
         where account = $1
           and confirmed_at is null
        """;

    private const string AddCodes = """
        insert into recovery_code (account, code_hash)
        select $1, unnest($2::bytea[])
        """;

    private const string EndOtherSessions = """
        delete from session
         where account = $1
           and token_hash <> $2
        """;

    private const string UseStep = """
        update second_factor
           set last_step = $2
         where account = $1
           and last_step < $2
        """;

    private const string UseCode = """
        delete from recovery_code
         where account = $1
           and code_hash = $2
        """;

    private const string Remove = """
        delete from second_factor
         where account = $1
        """;

    /// <summary>Null when the account has none.</summary>
    public async Task<SecondFactor?> FindAsync(Guid account, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new() { Value = account });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? new(reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetBoolean(2), reader.GetInt32(3)) : null;
    }

    /// <summary>Keeps a secret that is being set up, in place of an earlier one that was never confirmed.</summary>
    /// <returns>False when the account has a confirmed one: nothing was written.</returns>
    public async Task<bool> PrepareAsync(Guid account, string sealedSecret, DateTimeOffset at, CancellationToken ct) =>
        await database.RunAsync([Statement.Of(Prepare, account, sealedSecret, at)], ct) > 0;

    /// <param name="keepSession">Hash of the one session that goes on; all others were opened without the second factor.</param>
    /// <returns>False when it was confirmed already: nothing was written.</returns>
    public async Task<bool> ConfirmAsync(
        Guid account, long step, IReadOnlyList<byte[]> recoveryCodes, byte[] keepSession, AccessEntry entry, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var first = new NpgsqlBatch(connection, transaction) { BatchCommands = { Statement.Of(Confirm, account, step, entry.At) } })
        {
            if (await first.ExecuteNonQueryAsync(ct) == 0)
            {
                return false;
            }
        }

        await using (var rest = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands = { Statement.Of(AddCodes, account, recoveryCodes.ToArray()), Statement.Of(EndOtherSessions, account, keepSession), entry.ToCommand() },
        })
        {
            await rest.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return true;
    }

    /// <returns>False when a code of this or a later step was taken before.</returns>
    public async Task<bool> UseStepAsync(Guid account, long step, CancellationToken ct) =>
        await database.RunAsync([Statement.Of(UseStep, account, step)], ct) > 0;

    /// <returns>False when there is no such code, or it was used before.</returns>
    public async Task<bool> UseCodeAsync(Guid account, byte[] hash, CancellationToken ct) =>
        await database.RunAsync([Statement.Of(UseCode, account, hash)], ct) > 0;

    public Task RemoveAsync(Guid account, AccessEntry entry, CancellationToken ct) =>
        database.RunAsync([Statement.Of(Remove, account), entry.ToCommand()], ct);
}
