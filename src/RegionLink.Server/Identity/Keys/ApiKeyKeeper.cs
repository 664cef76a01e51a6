using System.Globalization;
using System.Text.Json;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Server.Identity.Keys;

/// <summary>Makes and revokes keys.</summary>
public sealed class ApiKeyKeeper(ApiKeyStore store, CredentialCache credentials, TimeProvider clock)
{
    /// <summary>How a secret starts, so that people and secret scanners know one when they see it.</summary>
    public const string Mark = "rlk_";

    private const int PrefixLength = 12;

    /// <returns>The key and its secret, which is shown once and kept nowhere.</returns>
    public async Task<(ApiKey Key, string Secret)> CreateAsync(
        string label, UnitKey? unit, IReadOnlyCollection<Right> rights, DateTimeOffset expiresAt, Doer doer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var secret = Mark + Secret.New();
        var key = new ApiKey(
            Guid.CreateVersion7(now),
            secret[..PrefixLength],
            label.Trim(),
            unit?.ToString(),
            [.. rights.Distinct().Order().Select(right => right.Name())],
            now,
            doer.Actor.ToString(),
            expiresAt.ToUniversalTime(),
            RevokedAt: null,
            LastUsedAt: null);
        var detail = JsonSerializer.Serialize(new { key.Prefix, key.Unit, key.Rights, key.ExpiresAt }, JsonSerializerOptions.Web);
        await store.CreateAsync(key, Secret.Hash(secret), Entry(doer, AccessKind.KeyCreated, key, detail), ct);
        return (key, secret);
    }

    public async Task RevokeAsync(ApiKey key, Doer doer, CancellationToken ct)
    {
        await store.RevokeAsync(key.Id, Entry(doer, AccessKind.KeyRevoked, key), ct);
        credentials.Forget();
    }

    private AccessEntry Entry(Doer doer, string kind, ApiKey key, string? detail = null) =>
        new(clock.GetUtcNow(), doer.Actor.ToString(), kind, key.Id.ToString("D", CultureInfo.InvariantCulture), key.Unit, doer.Source, detail);
}
