using System.Diagnostics;
using System.Net;
using RegionLink.Runtime.Identity;

namespace RegionLink.Server.Identity.Accounts;

/// <summary>A login and password that belong together.</summary>
/// <param name="Login">In its normal form.</param>
/// <param name="PasswordHash">As stored when it was compared.</param>
/// <param name="Stronger">A stronger hash to keep instead of the stored one; null when that is strong enough.</param>
public sealed record ProvenAccount(Guid Id, string? Unit, string? Stronger, string Login, string PasswordHash);

/// <summary>
/// Tries a password. Every failure looks the same and takes the same time, whatever the reason: no such account, wrong password, disabled,
/// or locked after too many wrong ones.
/// </summary>
public sealed class PasswordCheck(SignInStore store, Passwords passwords, TimeProvider clock)
{
    // Longer than hashing and writing take on a small machine; hides what little differs between the reasons.
    private static readonly TimeSpan ShortestRefusal = TimeSpan.FromMilliseconds(500);

    public async Task<ProvenAccount?> TryAsync(string login, string password, IPAddress? source, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var normal = Login.Normal(login);
        var attempt = Login.IsWellFormed(normal) ? await store.BeginAsync(normal, clock.GetUtcNow(), ct) : null;
        var (good, stronger) = await passwords.VerifyAsync(attempt?.PasswordHash, password, ct);
        if (attempt is not null && good)
        {
            return new ProvenAccount(attempt.AccountId, attempt.Unit, stronger, normal, attempt.PasswordHash);
        }

        // What was typed as a login is not written down: it may be a password in the wrong box.
        var entry = new AccessEntry(
            clock.GetUtcNow(), Caller.Anonymous.Actor.ToString(), AccessKind.SignInRefused, attempt is null ? "" : $"{attempt.AccountId:D}", attempt?.Unit, source);
        await store.LogAsync(entry, ct);
        var rest = ShortestRefusal - Stopwatch.GetElapsedTime(started);
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, ct);
        }

        return null;
    }
}
