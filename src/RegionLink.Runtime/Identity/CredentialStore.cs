using Npgsql;

namespace RegionLink.Runtime.Identity;

/// <summary>What a good session or key stands for.</summary>
/// <param name="Id">Of the account or the key.</param>
/// <param name="Names">Roles of an account, rights of a key, in their stored form.</param>
/// <param name="Label">How the account or key is shown.</param>
/// <param name="ExpiresAt">When the session or key ends by itself.</param>
public sealed record Credential(
    Guid Id, string Label, string? Unit, IReadOnlyList<string> Names, bool MustChangePassword, DateTimeOffset ExpiresAt);

/// <summary>Looks up sessions and keys by the hash of their secret.</summary>
public sealed class CredentialStore(NpgsqlDataSource database)
{
    // A session lives 12 hours after its last use and 7 days at most. Moving its end is written at most every 5 minutes.
    private const string Session = """
        with used as (
          update session
             set expires_at = least($2 + interval '12 hours', started_at + interval '7 days')
           where token_hash = $1
             and expires_at > $2
             and expires_at < least($2 + interval '12 hours', started_at + interval '7 days') - interval '5 minutes'
          returning expires_at
        )
        select a.id, a.label, a.unit, a.roles, a.must_change_password, coalesce((select expires_at from used), s.expires_at)
          from session s
          join account a on a.id = s.account
         where s.token_hash = $1
           and s.expires_at > $2
           and not a.disabled
        """;

    private const string Key = """
        select id, label, unit, rights, false, expires_at
          from api_key
         where secret_hash = $1
           and expires_at > $2
           and revoked_at is null
        """;

    private const string Used = """
        update api_key
           set last_used_at = $2
         where id = $1
           and (last_used_at is null or last_used_at < $2)
        """;

    /// <summary>Null when there is no such session, it ended, or its account is disabled.</summary>
    public Task<Credential?> SessionAsync(byte[] tokenHash, DateTimeOffset at, CancellationToken ct) => FindAsync(Session, tokenHash, at, ct);

    /// <summary>Null when there is no such key, it expired or was revoked.</summary>
    public async Task<Credential?> KeyAsync(byte[] secretHash, DateTimeOffset at, CancellationToken ct)
    {
        var found = await FindAsync(Key, secretHash, at, ct);
        if (found is not null)
        {
            await database.RunAsync([Statement.Of(Used, found.Id, at)], ct);
        }

        return found;
    }

    private async Task<Credential?> FindAsync(string sql, byte[] hash, DateTimeOffset at, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = hash });
        command.Parameters.Add(new() { Value = at });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new Credential(
                reader.GetGuid(0),
                reader.GetString(1),
                reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.GetFieldValue<string[]>(3),
                reader.GetBoolean(4),
                reader.GetFieldValue<DateTimeOffset>(5))
            : null;
    }
}
