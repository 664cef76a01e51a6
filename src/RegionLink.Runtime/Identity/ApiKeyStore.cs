using Npgsql;

namespace RegionLink.Runtime.Identity;

/// <summary>A key of a province's or the region's system. Its secret is known to nobody but its holder.</summary>
/// <param name="Prefix">First characters of the secret, to recognise it by.</param>
/// <param name="Rights">Stored names of the rights it carries.</param>
public sealed record ApiKey(
    Guid Id,
    string Prefix,
    string Label,
    string? Unit,
    IReadOnlyList<string> Rights,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? LastUsedAt);

/// <summary>Keeps keys. A key is never changed: it is revoked and another one made.</summary>
public sealed class ApiKeyStore(NpgsqlDataSource database)
{
    private const string Insert = """
        insert into api_key (id, prefix, secret_hash, label, unit, rights, created_at, created_by, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private const string Revoke = """
        update api_key
           set revoked_at = $2
         where id = $1
           and revoked_at is null
        """;

    private const string ById = """
        select id, prefix, label, unit, rights, created_at, created_by, expires_at, revoked_at, last_used_at
          from api_key
         where id = $1
        """;

    public Task CreateAsync(ApiKey key, byte[] secretHash, AccessEntry entry, CancellationToken ct) =>
        database.RunAsync(
            [
                Statement.Of(
                    Insert,
                    key.Id, key.Prefix, secretHash, key.Label, Statement.Text(key.Unit), Statement.Texts(key.Rights),
                    key.CreatedAt, key.CreatedBy, key.ExpiresAt),
                entry.ToCommand(),
            ],
            ct);

    /// <summary>Ends a key for good. Revoking twice keeps the first moment.</summary>
    public Task RevokeAsync(Guid id, AccessEntry entry, CancellationToken ct) =>
        database.RunAsync([Statement.Of(Revoke, id, entry.At), entry.ToCommand()], ct);

    public async Task<ApiKey?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var command = database.CreateCommand(ById);
        command.Parameters.Add(new() { Value = id });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new ApiKey(
                reader.GetGuid(0),
                reader.GetString(1),
                reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.GetFieldValue<string[]>(4),
                reader.GetFieldValue<DateTimeOffset>(5),
                reader.GetString(6),
                reader.GetFieldValue<DateTimeOffset>(7),
                reader.IsDBNull(8) ? null : reader.GetFieldValue<DateTimeOffset>(8),
                reader.IsDBNull(9) ? null : reader.GetFieldValue<DateTimeOffset>(9))
            : null;
    }
}
