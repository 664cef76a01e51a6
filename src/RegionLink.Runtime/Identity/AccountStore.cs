using Npgsql;

namespace RegionLink.Runtime.Identity;

/// <summary>What an administrator decides about an account.</summary>
public sealed record AccountSettings(string Label, string? Unit, IReadOnlyList<string> Roles, bool Disabled);

/// <summary>Keeps accounts. Whatever narrows what somebody may do ends that account's sessions in the same transaction.</summary>
public sealed class AccountStore(NpgsqlDataSource database)
{
    private const string Columns =
        "id, login, label, unit, roles, must_change_password, disabled, locked_until, version, created_at, updated_at";

    private const string Insert = """
        insert into account (id, login, label, unit, roles, password_hash, must_change_password, created_at, updated_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
        on conflict on constraint account_login_once do nothing
        """;

    private const string Change = """
        update account
           set label = $3,
               unit = $4,
               roles = $5,
               disabled = $6,
               version = version + 1,
               updated_at = $7
         where id = $1
           and version = $2
        """;

    private const string SetPassword = """
        update account
           set password_hash = $2,
               must_change_password = $3,
               failures = 0,
               locked_until = null,
               updated_at = $4
         where id = $1
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

    private const string ById = $"select {Columns} from account where id = $1";

    private const string ByLogin = $"select {Columns} from account where login = $1";

    private const string HashById = "select password_hash from account where id = $1";

    private const string AnyAdministrator = """
        select exists (
          select
            from account
           where unit is null
             and 'administrator' = any (roles)
             and not disabled)
        """;

    public Task<Account?> FindAsync(Guid id, CancellationToken ct) => FindAsync(ById, id, ct);

    public Task<Account?> FindAsync(string login, CancellationToken ct) => FindAsync(ByLogin, login, ct);

    /// <summary>The stored hash of the password; null when there is no such account.</summary>
    public async Task<string?> PasswordHashAsync(Guid id, CancellationToken ct)
    {
        await using var command = database.CreateCommand(HashById);
        command.Parameters.Add(new() { Value = id });
        return await command.ExecuteScalarAsync(ct) as string;
    }

    /// <summary>Whether somebody keeps accounts for the whole region.</summary>
    public async Task<bool> HasRegionAdministratorAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(AnyAdministrator);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <returns>False when the login is taken: nothing was written.</returns>
    public Task<bool> CreateAsync(
        Guid id, string login, AccountSettings settings, string passwordHash, bool mustChangePassword, AccessEntry entry, CancellationToken ct) =>
        WriteAsync(
            Statement.Of(
                Insert, id, login, settings.Label, Statement.Text(settings.Unit), Statement.Texts(settings.Roles), passwordHash, mustChangePassword, entry.At),
            [entry.ToCommand()],
            ct);

    /// <returns>False when the account has moved on from <paramref name="version"/>: nothing was written.</returns>
    public Task<bool> ChangeAsync(Guid id, long version, AccountSettings settings, AccessEntry entry, CancellationToken ct) =>
        WriteAsync(
            Statement.Of(
                Change, id, version, settings.Label, Statement.Text(settings.Unit), Statement.Texts(settings.Roles), settings.Disabled, entry.At),
            [Statement.Of(EndSessions, id), entry.ToCommand()],
            ct);

    /// <param name="mustChange">True when somebody else chose the password.</param>
    /// <param name="keepSession">Hash of the one session that goes on; null ends them all.</param>
    public Task<bool> SetPasswordAsync(Guid id, string passwordHash, bool mustChange, byte[]? keepSession, AccessEntry entry, CancellationToken ct) =>
        WriteAsync(
            Statement.Of(SetPassword, id, passwordHash, mustChange, entry.At),
            [keepSession is null ? Statement.Of(EndSessions, id) : Statement.Of(EndOtherSessions, id, keepSession), entry.ToCommand()],
            ct);

    /// <summary>Runs the first statement, and the others only when it changed a row; all in one transaction.</summary>
    private async Task<bool> WriteAsync(NpgsqlBatchCommand first, IReadOnlyList<NpgsqlBatchCommand> others, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { first } })
        {
            if (await batch.ExecuteNonQueryAsync(ct) == 0)
            {
                return false;
            }
        }

        await using (var batch = new NpgsqlBatch(connection, transaction))
        {
            foreach (var other in others)
            {
                batch.BatchCommands.Add(other);
            }

            await batch.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task<Account?> FindAsync(string sql, object key, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = key });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new Account(
                reader.GetGuid(0),
                reader.GetString(1),
                reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.GetFieldValue<string[]>(4),
                reader.GetBoolean(5),
                reader.GetBoolean(6),
                reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7),
                reader.GetInt64(8),
                reader.GetFieldValue<DateTimeOffset>(9),
                reader.GetFieldValue<DateTimeOffset>(10))
            : null;
    }
}
