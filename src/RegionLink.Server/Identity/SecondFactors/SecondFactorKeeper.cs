using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using RegionLink.Runtime.Identity;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Server.Identity.SecondFactors;

/// <summary>A second factor that is being set up.</summary>
/// <param name="Secret">For apps that cannot read the picture.</param>
/// <param name="Address">What the picture says.</param>
public sealed record PreparedFactor(string Secret, string Address);

/// <summary>
/// Sets up, asks for and removes second factors. The secret is sealed by the servers' key ring; recovery codes are kept as hashes. Tries are not
/// counted here: whoever asks counts them together with those of the password.
/// </summary>
public sealed class SecondFactorKeeper(SecondFactorStore store, IDataProtectionProvider protection, TimeProvider clock)
{
    public const int RecoveryCodes = 8;

    // Long enough to find the phone; afterwards the secret that was on the screen is worth nothing.
    private static readonly TimeSpan LongestSetUp = TimeSpan.FromMinutes(15);
    private readonly IDataProtector _seal = protection.CreateProtector("second-factor");

    /// <summary>Whether a code is asked for at sign-in, and how many recovery codes are left.</summary>
    public async Task<(bool On, int RecoveryCodesLeft)> StateAsync(Guid account, CancellationToken ct) =>
        await store.FindAsync(account, ct) is { Confirmed: true } factor ? (true, factor.RecoveryCodes) : (false, 0);

    /// <returns>Null when the account has one that works already.</returns>
    public async Task<PreparedFactor?> PrepareAsync(Account account, CancellationToken ct)
    {
        var secret = Totp.NewSecret();
        return await store.PrepareAsync(account.Id, _seal.Protect(Convert.ToBase64String(secret)), clock.GetUtcNow(), ct) ? Of(account, secret) : null;
    }

    /// <summary>The one that is being set up; null when there is none, or it was begun too long ago.</summary>
    public async Task<PreparedFactor?> PreparedAsync(Account account, CancellationToken ct) =>
        await PendingAsync(account.Id, ct) is { } secret ? Of(account, secret) : null;

    /// <summary>Takes the first code of the app: from now on codes are asked for.</summary>
    /// <param name="sessionToken">The session that goes on; the account's others end.</param>
    /// <returns>Recovery codes to show once; null when the code is not right or nothing is being set up.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(Account account, string typed, string sessionToken, Doer doer, CancellationToken ct)
    {
        if (await PendingAsync(account.Id, ct) is not { } secret || Totp.StepOf(secret, Tidy(typed), clock.GetUtcNow()) is not { } step)
        {
            return null;
        }

        IReadOnlyList<string> codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => Passwords.Random())];
        var entry = Entry(doer, AccessKind.SecondFactorSet, account.Id, account.Unit);
        return await store.ConfirmAsync(account.Id, step, [.. codes.Select(Secret.Hash)], Secret.Hash(sessionToken), entry, ct) ? codes : null;
    }

    /// <summary>Takes a code of the app or a recovery code; each is taken once.</summary>
    /// <returns>True also when the account has no second factor.</returns>
    public async Task<bool> TakeAsync(Guid account, string? unit, string typed, Doer doer, Func<AccessEntry, Task> log, CancellationToken ct)
    {
        if (await store.FindAsync(account, ct) is not { Confirmed: true } factor)
        {
            return true;
        }

        var code = Tidy(typed);
        if (Totp.StepOf(Unseal(factor.SealedSecret), code, clock.GetUtcNow()) is { } step)
        {
            return await store.UseStepAsync(account, step, ct);
        }

        var used = await store.UseCodeAsync(account, Secret.Hash(code), ct);
        if (used)
        {
            await log(Entry(doer, AccessKind.RecoveryCodeUsed, account, unit));
        }

        return used;
    }

    public Task RemoveAsync(Account account, Doer doer, CancellationToken ct) =>
        store.RemoveAsync(account.Id, Entry(doer, AccessKind.SecondFactorRemoved, account.Id, account.Unit), ct);

    private static PreparedFactor Of(Account account, byte[] secret) => new(Totp.Base32(secret), Totp.Address(account.Login, secret));

    /// <summary>Without the spaces apps show, and in small letters as recovery codes are made.</summary>
    private static string Tidy(string typed) => string.Concat(typed.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();

    private async Task<byte[]?> PendingAsync(Guid account, CancellationToken ct) =>
        await store.FindAsync(account, ct) is { Confirmed: false } pending && clock.GetUtcNow() - pending.PreparedAt < LongestSetUp
            ? Unseal(pending.SealedSecret)
            : null;

    /// <exception cref="CryptographicException">The key ring it was sealed with is gone: an operator must remove the second factor.</exception>
    private byte[] Unseal(string sealedSecret) => Convert.FromBase64String(_seal.Unprotect(sealedSecret));

    private AccessEntry Entry(Doer doer, string kind, Guid account, string? unit) =>
        new(clock.GetUtcNow(), doer.Actor.ToString(), kind, account.ToString("D", CultureInfo.InvariantCulture), unit, doer.Source);
}
