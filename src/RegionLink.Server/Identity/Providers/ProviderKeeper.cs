using System.Globalization;
using RegionLink.Runtime.Identity;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Server.Identity.Providers;

/// <summary>Links accounts to identities of the provider. Only the holder of an account links it, after giving the password: a provider makes no accounts here.</summary>
public sealed class ProviderKeeper(LinkedIdentityStore store, AccountStore accounts, SignInStore tries, CredentialCache credentials, TimeProvider clock)
{
    public Task<LinkedIdentity?> OfAsync(Guid account, CancellationToken ct) => store.OfAsync(account, ct);

    /// <summary>Whose identity it is; null when nobody's, which is written down.</summary>
    public async Task<Account?> FindAsync(ProviderIdentity identity, HttpContext http)
    {
        var ct = http.RequestAborted;
        if (await store.UseAsync(identity, clock.GetUtcNow(), ct) is { } id)
        {
            return await accounts.FindAsync(id, ct);
        }

        await tries.LogAsync(
            new AccessEntry(clock.GetUtcNow(), Caller.Anonymous.Actor.ToString(), AccessKind.SignInRefused, "", null, http.Connection.RemoteIpAddress, """{"by":"provider"}"""), ct);
        return null;
    }

    /// <returns>False when the account has a link, or the identity belongs to another account.</returns>
    public Task<bool> LinkAsync(Account account, ProviderIdentity identity, Doer doer, CancellationToken ct) =>
        store.LinkAsync(account.Id, identity, Entry(doer, AccessKind.IdentityLinked, account), ct);

    /// <param name="sessionToken">The session that goes on; null to end all of the account's.</param>
    public async Task UnlinkAsync(Account account, string? sessionToken, Doer doer, CancellationToken ct)
    {
        await store.RemoveAsync(account.Id, sessionToken is null ? null : Secret.Hash(sessionToken), Entry(doer, AccessKind.IdentityUnlinked, account), ct);
        credentials.Forget();
    }

    private AccessEntry Entry(Doer doer, string kind, Account account) =>
        new(clock.GetUtcNow(), doer.Actor.ToString(), kind, account.Id.ToString("D", CultureInfo.InvariantCulture), account.Unit, doer.Source);
}
