using Microsoft.AspNetCore.Identity;
using RegionLink.Runtime.Identity;

namespace RegionLink.Server.Identity.Passkeys;

/// <summary>
/// Our accounts and passkeys as the framework's WebAuthn check asks for them. It only reads: what came of the check is written by
/// <see cref="PasskeyKeeper"/>. One for each check, because it remembers whose passkey was named.
/// </summary>
internal sealed class PasskeyAccounts(AccountStore accounts, PasskeyStore passkeys, TimeProvider clock) : IUserPasskeyStore<Account>
{
    /// <summary>The account the browser's answer named; null when none was found. To count the try.</summary>
    public Account? Named { get; private set; }

    /// <summary>Null also when the account is disabled or locked: nobody gets in, and nobody is told why.</summary>
    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        Named = Guid.TryParseExact(userId, "D", out var id) ? await accounts.FindAsync(id, cancellationToken) : null;
        return Named is { Disabled: false } account && !(account.LockedUntil > clock.GetUtcNow()) ? account : null;
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await passkeys.OfAsync(user.Id, cancellationToken)).Select(Info)];

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.FindAsync(credentialId, cancellationToken) is { } passkey ? await accounts.FindAsync(passkey.Account, cancellationToken) : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.FindAsync(credentialId, cancellationToken) is { } passkey && passkey.Account == user.Id ? Info(passkey) : null;

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult($"{user.Id:D}");

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => accounts.FindAsync(normalizedUserName, cancellationToken);

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw ReadsOnly();

    public void Dispose()
    {
    }

    // How it was made is not kept: no rule asks for a kind of authenticator.
    private static UserPasskeyInfo Info(Passkey p) => new(
        p.CredentialId, p.PublicKey, p.CreatedAt, checked((uint)p.SignCount), [.. p.Transports], isUserVerified: true, p.BackupEligible, p.BackedUp, [], [])
    {
        Name = p.Name,
    };

    private static NotSupportedException ReadsOnly() => new("Accounts and passkeys are written by their own keepers.");
}
