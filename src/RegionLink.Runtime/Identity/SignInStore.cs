using Npgsql;

namespace RegionLink.Runtime.Identity;

/// <summary>An account whose password may be tried once; the try is already counted as failed until it proves good.</summary>
public sealed record SignInAttempt(Guid AccountId, string? Unit, string PasswordHash);

/// <summary>Counts tries, locks, opens and ends sessions.</summary>
public sealed class SignInStore(NpgsqlDataSource database)
{
    // The try is counted before the password is looked at, in one statement: many tries at once cannot slip past the count.
    // From the fifth failure on, each locks the account for 15 s, 30 s, 60 s … up to 15 minutes.
    private const string Begin = """
        update account
           set failures = failures + 1,
               locked_until = case
                 when failures + 1 >= 5
                 then $2 + least(interval '15 seconds' * power(2, least(failures + 1 - 5, 10)), interval '15 minutes')
               end
         where login = $1
           and not disabled
           and (locked_until is null or locked_until <= $2)
        returning id, unit, password_hash
        """;

    private const string Succeed = """
        update account
           set failures = 0,
               locked_until = null,
               password_hash = coalesce($2, password_hash)
         where id = $1
        """;

    private const string Open = """
        insert into session (token_hash, account, started_at, expires_at)
        values ($1, $2, $3, $4)
        """;

    private const string RemoveExpired = """
        delete from session
         where account = $1
           and expires_at <= $2
        """;

    private const string End = """
        delete from session
         where token_hash = $1
        """;

    /// <summary>Null when there is no such account, or it is disabled or locked: all the same to the caller.</summary>
    public async Task<SignInAttempt?> BeginAsync(string login, DateTimeOffset at, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Begin);
        command.Parameters.Add(new() { Value = login });
        command.Parameters.Add(new() { Value = at });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new SignInAttempt(reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetString(2))
            : null;
    }

    /// <summary>Opens a session after the right password, and forgets earlier failures.</summary>
    /// <param name="newPasswordHash">A stronger hash of the same password; null to keep the stored one.</param>
    public Task SucceedAsync(
        Guid accountId, string? newPasswordHash, byte[] tokenHash, DateTimeOffset expiresAt, AccessEntry entry, CancellationToken ct) =>
        database.RunAsync(
            [
                Statement.Of(Succeed, accountId, Statement.Text(newPasswordHash)),
                Statement.Of(RemoveExpired, accountId, entry.At),
                Statement.Of(Open, tokenHash, accountId, entry.At, expiresAt),
                entry.ToCommand(),
            ],
            ct);

    /// <summary>Forgets earlier failures: the password was right, and no session was to be opened.</summary>
    public Task ForgiveAsync(Guid accountId, CancellationToken ct) => database.RunAsync([Statement.Of(Succeed, accountId, Statement.Text(null))], ct);

    public Task LogAsync(AccessEntry entry, CancellationToken ct) => LogAsync([entry], ct);

    public Task LogAsync(IReadOnlyList<AccessEntry> entries, CancellationToken ct) =>
        database.RunAsync(entries.Select(entry => entry.ToCommand()), ct);

    public Task EndAsync(byte[] tokenHash, AccessEntry entry, CancellationToken ct) =>
        database.RunAsync([Statement.Of(End, tokenHash), entry.ToCommand()], ct);
}
