using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RegionLink.Runtime.Identity;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Server.Identity.Passkeys;

/// <summary>What a page asks the browser's authenticator.</summary>
/// <param name="Ticket">Comes back with the answer; says, sealed, what was asked.</param>
/// <param name="Options">JSON for <c>navigator.credentials</c>; public.</param>
public sealed record PasskeyOffer(string Ticket, string Options);

/// <summary>
/// Adds, checks and removes passkeys. WebAuthn itself (Level 3, sections 7.1 and 7.2) is the framework's; the person has to be verified by the
/// device, so that a passkey alone is two factors: the device, and what opens it.
/// </summary>
public sealed class PasskeyKeeper(
    AccountStore accounts, PasskeyStore store, SignInStore tries, CredentialCache credentials, IDataProtectionProvider protection,
    IOptions<PasskeyOptions> options, IServiceProvider services, TimeProvider clock)
{
    public const int MostOfAccount = 20;
    public const int LongestName = 60;

    // People leave the sign-in page open while they fetch a key.
    private static readonly TimeSpan OfferLife = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan SetUpLife = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector _offers = protection.CreateProtector("passkey-offer").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector _setUps = protection.CreateProtector("passkey-set-up").ToTimeLimitedDataProtector();

    private readonly IOptions<IdentityPasskeyOptions> _rules = Options.Create(new IdentityPasskeyOptions
    {
        ServerDomain = options.Value.Domain,
        UserVerificationRequirement = "required",
        ResidentKeyRequirement = "required",   // the sign-in page asks nobody's name, so it cannot tell who has passkeys
        AttestationConveyancePreference = "none",
    });

    public Task<IReadOnlyList<Passkey>> OfAsync(Guid account, CancellationToken ct) => store.OfAsync(account, ct);

    /// <summary>For the sign-in page: the same for everybody, and no query.</summary>
    public async Task<PasskeyOffer> OfferSignInAsync(HttpContext http)
    {
        var asked = await Check(Accounts()).MakeRequestOptionsAsync(null, http);
        return new(_offers.Protect(asked.AssertionState!, OfferLife), asked.RequestOptionsJson);
    }

    /// <summary>For adding one, after the password was proven again.</summary>
    public async Task<PasskeyOffer> OfferNewAsync(Account account, string name, HttpContext http)
    {
        var asked = await Check(Accounts()).MakeCreationOptionsAsync(new() { Id = $"{account.Id:D}", Name = account.Login, DisplayName = account.Label }, http);
        return new(_setUps.Protect($"{name}\n{asked.AttestationState}", SetUpLife), asked.CreationOptionsJson);
    }

    /// <returns>False when the browser's answer is not right, came too late, was for somebody else or names a passkey there is already.</returns>
    public async Task<bool> AddAsync(Account account, string ticket, string credential, HttpContext http)
    {
        if (Unseal(_setUps, ticket) is not [var name, var state])
        {
            return false;
        }

        var made = await Check(Accounts()).PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = state });
        if (!made.Succeeded || made.UserEntity.Id != $"{account.Id:D}" || (await store.OfAsync(account.Id, http.RequestAborted)).Count >= MostOfAccount)
        {
            return false;
        }

        var key = made.Passkey;
        var passkey = new Passkey(
            Guid.CreateVersion7(clock.GetUtcNow()), account.Id, key.CredentialId, key.PublicKey, name, key.SignCount, key.Transports ?? [],
            key.IsBackupEligible, key.IsBackedUp, clock.GetUtcNow(), LastUsedAt: null);
        await store.AddAsync(passkey, Entry(Doer.Of(http), AccessKind.PasskeyAdded, account), http.RequestAborted);
        return true;
    }

    /// <summary>Checks the browser's answer at sign-in. A wrong one counts as a try of the account it names, with the same lock as a password.</summary>
    /// <returns>Whose it is; null when it is not good, whatever the reason.</returns>
    public async Task<Account?> ProveAsync(string ticket, string credential, HttpContext http)
    {
        var (ct, now, named) = (http.RequestAborted, clock.GetUtcNow(), Accounts());
        if (Unseal(_offers, ticket) is [var state])
        {
            var proven = await Check(named).PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = state });
            if (proven.Succeeded
                && await store.FindAsync(proven.Passkey.CredentialId, ct) is { } passkey
                && await store.UseAsync(passkey.Id, proven.Passkey.SignCount, Secret.Hash(ticket), now, now + OfferLife, proven.Passkey.IsBackedUp, ct))
            {
                return proven.User;
            }
        }

        if (named.Named is { } account)
        {
            await tries.BeginAsync(account.Login, now, ct);
        }

        var entry = new AccessEntry(
            now, Caller.Anonymous.Actor.ToString(), AccessKind.SignInRefused, named.Named is { } of ? Id(of) : "", named.Named?.Unit,
            http.Connection.RemoteIpAddress, """{"by":"passkey"}""");
        await tries.LogAsync(entry, ct);
        return null;
    }

    /// <returns>False when the account has no such passkey.</returns>
    public Task<bool> RenameAsync(Guid account, Guid id, string name, CancellationToken ct) => store.RenameAsync(account, id, name, ct);

    /// <param name="sessionToken">The session that goes on; the account's others end.</param>
    public async Task RemoveAsync(Account account, Guid id, string sessionToken, Doer doer, CancellationToken ct)
    {
        await store.RemoveAsync(account.Id, id, Secret.Hash(sessionToken), Entry(doer, AccessKind.PasskeyRemoved, account), ct);
        credentials.Forget();
    }

    /// <summary>For an administrator; the account's sessions end.</summary>
    public async Task RemoveAllAsync(Account account, Doer doer, CancellationToken ct)
    {
        await store.RemoveAllAsync(account.Id, Entry(doer, AccessKind.PasskeyRemoved, account), ct);
        credentials.Forget();
    }

    private static string[] Unseal(ITimeLimitedDataProtector seal, string ticket)
    {
        try
        {
            return seal.Unprotect(ticket).Split('\n', 2);
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private static string Id(Account account) => account.Id.ToString("D", CultureInfo.InvariantCulture);

    private PasskeyAccounts Accounts() => new(accounts, store, clock);

    private PasskeyHandler<Account> Check(PasskeyAccounts of) => new(
        new UserManager<Account>(of, Options.Create(new IdentityOptions()), null!, [], [], null!, null!, services, NullLogger<UserManager<Account>>.Instance), _rules);

    private AccessEntry Entry(Doer doer, string kind, Account account) =>
        new(clock.GetUtcNow(), doer.Actor.ToString(), kind, Id(account), account.Unit, doer.Source);
}
