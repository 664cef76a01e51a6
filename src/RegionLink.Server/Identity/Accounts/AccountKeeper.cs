using System.Globalization;
using System.Net;
using System.Text.Json;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;

namespace RegionLink.Server.Identity.Accounts;

/// <summary>Who changes something, from where; for the access log.</summary>
public sealed record Doer(Actor Actor, IPAddress? Source)
{
    public static Doer Of(HttpContext http) => new(http.Caller().Actor, http.Connection.RemoteIpAddress);

    /// <summary>The platform itself, on the machine it runs on.</summary>
    public static Doer Platform(string command) => new(new Actor(ActorKind.Platform, command), null);
}

/// <summary>A new account and the password it was given, which is shown once and kept nowhere.</summary>
public sealed record NewAccount(Guid Id, string Login, string Password);

/// <summary>Makes and changes accounts; the same way for administrators, the command line and the samples.</summary>
public sealed class AccountKeeper(AccountStore store, Passwords passwords, CredentialCache credentials, TimeProvider clock)
{
    /// <param name="mustChangePassword">True when the password goes through somebody else's hands.</param>
    /// <returns>Null when the login is taken.</returns>
    public Task<NewAccount?> CreateAsync(string login, string label, UnitKey? unit, IReadOnlyCollection<Role> roles, bool mustChangePassword, Doer doer, CancellationToken ct) =>
        CreateAsync(login, label, unit, roles, mustChangePassword, passwords.HashAsync, doer, ct);

    /// <summary>As <c>CreateAsync</c>, of an account to look around with: see <see cref="Passwords.HashSampleAsync"/>.</summary>
    public Task<NewAccount?> CreateSampleAsync(string login, string label, UnitKey? unit, Role role, Doer doer, CancellationToken ct) =>
        CreateAsync(login, label, unit, [role], mustChangePassword: false, passwords.HashSampleAsync, doer, ct);

    /// <summary>Changes an account and ends its sessions.</summary>
    /// <returns>False when it has moved on from the given version.</returns>
    public async Task<bool> ChangeAsync(Account account, long version, AccountSettings settings, Doer doer, CancellationToken ct)
    {
        var changed = await store.ChangeAsync(
            account.Id, version, settings, Entry(doer, AccessKind.AccountChanged, account.Id, account.Unit, Detail(settings)), ct);
        credentials.Forget();
        return changed;
    }

    /// <summary>Gives an account a new random password, which its holder must change, and ends its sessions.</summary>
    public async Task<string> ResetPasswordAsync(Account account, Doer doer, CancellationToken ct)
    {
        var password = Passwords.Random();
        await store.SetPasswordAsync(
            account.Id, await passwords.HashAsync(password, ct), mustChange: true, keepSession: null,
            Entry(doer, AccessKind.PasswordReset, account.Id, account.Unit), ct);
        credentials.Forget();
        return password;
    }

    /// <summary>Sets the password its holder chose, and ends the account's other sessions.</summary>
    public async Task SetOwnPasswordAsync(Guid id, string? unit, string password, string sessionToken, Doer doer, CancellationToken ct)
    {
        await store.SetPasswordAsync(
            id, await passwords.HashAsync(password, ct), mustChange: false, Secret.Hash(sessionToken),
            Entry(doer, AccessKind.PasswordChanged, id, unit), ct);
        credentials.Forget();
    }

    private async Task<NewAccount?> CreateAsync(
        string login, string label, UnitKey? unit, IReadOnlyCollection<Role> roles, bool mustChangePassword,
        Func<string, CancellationToken, Task<string>> hashAsync, Doer doer, CancellationToken ct)
    {
        // Before the work of hashing; when two make it at once, the table decides.
        if (await store.FindAsync(login, ct) is not null)
        {
            return null;
        }

        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var password = Passwords.Random();
        var settings = new AccountSettings(label.Trim(), unit?.ToString(), [.. roles.Distinct().Order().Select(role => role.Name())], Disabled: false);
        var made = await store.CreateAsync(
            id, login, settings, await hashAsync(password, ct), mustChangePassword,
            Entry(doer, AccessKind.AccountCreated, id, settings.Unit, Detail(settings)), ct);
        return made ? new NewAccount(id, login, password) : null;
    }

    private AccessEntry Entry(Doer doer, string kind, Guid id, string? unit, string? detail = null) =>
        new(clock.GetUtcNow(), doer.Actor.ToString(), kind, id.ToString("D", CultureInfo.InvariantCulture), unit, doer.Source, detail);

    private static string Detail(AccountSettings settings) =>
        JsonSerializer.Serialize(new { settings.Unit, settings.Roles, settings.Disabled }, JsonSerializerOptions.Web);
}
