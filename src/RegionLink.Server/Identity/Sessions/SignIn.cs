using System.Globalization;
using System.Net;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Server.Identity.Sessions;

/// <summary>Opens and ends sessions.</summary>
public sealed class SignIn(SignInStore store, PasswordCheck check, CredentialCache credentials, TimeProvider clock)
{
    /// <returns>The token of a new session; null when refused, see <see cref="PasswordCheck"/>.</returns>
    public async Task<string?> OpenAsync(string login, string password, IPAddress? source, CancellationToken ct)
    {
        if (await check.TryAsync(login, password, source, ct) is not { } account)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var token = Secret.New();
        var id = account.Id.ToString("D", CultureInfo.InvariantCulture);
        var entry = new AccessEntry(now, new Actor(ActorKind.User, id).ToString(), AccessKind.SignedIn, id, account.Unit, source);
        await store.SucceedAsync(account.Id, account.Stronger, Secret.Hash(token), now + SessionCookie.Idle, entry, ct);
        return token;
    }

    /// <summary>Ends the session for good, wherever its cookie was copied to.</summary>
    public async Task EndAsync(string token, Caller caller, IPAddress? source, CancellationToken ct)
    {
        var entry = new AccessEntry(
            clock.GetUtcNow(), caller.Actor.ToString(), AccessKind.SignedOut, caller.Actor.Id, caller.Unit?.ToString(), source);
        await store.EndAsync(Secret.Hash(token), entry, ct);
        credentials.Forget();
    }
}
