using Microsoft.Extensions.Caching.Memory;
using RegionLink.Runtime.Identity;

namespace RegionLink.Server.Identity;

/// <summary>
/// Remembers good credentials for ten seconds, so that a busy caller does not cost a query per request. A change made through this server
/// is seen at once; one made through another server after ten seconds at most.
/// </summary>
public sealed class CredentialCache(CredentialStore store, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 50_000 });

    public Task<Credential?> SessionAsync(string token, CancellationToken ct) => FindAsync("session", token, store.SessionAsync, ct);

    public Task<Credential?> KeyAsync(string secret, CancellationToken ct) => FindAsync("key", secret, store.KeyAsync, ct);

    /// <summary>Forgets everybody; call it after any change to accounts, sessions or keys.</summary>
    public void Forget() => cache.Clear();

    public void Dispose() => cache.Dispose();

    private async Task<Credential?> FindAsync(
        string kind, string secret, Func<byte[], DateTimeOffset, CancellationToken, Task<Credential?>> load, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hash = Secret.Hash(secret);
        var key = (kind, Convert.ToHexString(hash));
        if (cache.TryGetValue(key, out (Credential Credential, DateTimeOffset At) known)
            && known.Credential.ExpiresAt > now
            && now - known.At < Remembered)
        {
            return known.Credential;
        }

        var found = await load(hash, now, ct);
        if (found is not null)
        {
            cache.Set(key, (found, now), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered });
        }

        return found;
    }
}
