using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.SecondFactors;

namespace RegionLink.Server.Identity.Sessions;

/// <summary>Opens and ends sessions.</summary>
public sealed class SignIn(
    SignInStore store, PasswordCheck check, SecondFactorKeeper factors, CredentialCache credentials, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan TicketLife = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector _tickets = protection.CreateProtector("sign-in-ticket").ToTimeLimitedDataProtector();

    /// <param name="code">Of the second factor; null when none was given.</param>
    public async Task<SignInAnswer> OpenAsync(string login, string password, string? code, IPAddress? source, CancellationToken ct)
    {
        if (await check.TryAsync(login, password, source, ct) is not { } account)
        {
            return new SignInAnswer.Refused();
        }

        if (code is null && (await factors.StateAsync(account.Id, ct)).On)
        {
            return new SignInAnswer.CodeNeeded(Ticket(account.Login, account.PasswordHash));
        }

        return await FinishAsync(account, code ?? "", source, ct);
    }

    /// <summary>The second step: the code, after the password was right. Every try counts as one of the account's.</summary>
    public async Task<SignInAnswer> ContinueAsync(string ticket, string code, IPAddress? source, CancellationToken ct)
    {
        if (Login(ticket) is not ({ } login, { } mark)
            || await store.BeginAsync(login, clock.GetUtcNow(), ct) is not { } attempt
            || Mark(attempt.PasswordHash) != mark)
        {
            return new SignInAnswer.Refused();
        }

        var account = new ProvenAccount(attempt.AccountId, attempt.Unit, Stronger: null, login, attempt.PasswordHash);
        return await FinishAsync(account, code, source, ct);
    }

    /// <summary>Opens a session for somebody whose passkey was proven: no code is asked for, the device has asked for one of its own.</summary>
    /// <returns>The token of the new session.</returns>
    public Task<string> OpenAsync(Account account, IPAddress? source, CancellationToken ct) =>
        EnterAsync(account.Id, account.Unit, stronger: null, source, """{"by":"passkey"}""", ct);

    /// <summary>For somebody whose identity the provider proved. It stands for the password: a second factor of the account is asked for as ever.</summary>
    public async Task<SignInAnswer> OpenByProviderAsync(Account account, IPAddress? source, CancellationToken ct)
    {
        if (await store.BeginAsync(account.Login, clock.GetUtcNow(), ct) is not { } attempt)
        {
            return new SignInAnswer.Refused();
        }

        return (await factors.StateAsync(account.Id, ct)).On
            ? new SignInAnswer.CodeNeeded(Ticket(account.Login, attempt.PasswordHash))
            : new SignInAnswer.Open(await EnterAsync(account.Id, account.Unit, stronger: null, source, """{"by":"provider"}""", ct));
    }

    private async Task<SignInAnswer> FinishAsync(ProvenAccount account, string code, IPAddress? source, CancellationToken ct)
    {
        var id = account.Id.ToString("D", CultureInfo.InvariantCulture);
        var actor = new Actor(ActorKind.User, id);
        if (!await factors.TakeAsync(account.Id, account.Unit, code, new Doer(actor, source), entry => store.LogAsync(entry, ct), ct))
        {
            await store.LogAsync(new AccessEntry(clock.GetUtcNow(), Caller.Anonymous.Actor.ToString(), AccessKind.SignInRefused, id, account.Unit, source), ct);
            return new SignInAnswer.CodeWrong(Ticket(account.Login, account.PasswordHash));
        }

        return new SignInAnswer.Open(await EnterAsync(account.Id, account.Unit, account.Stronger, source, detail: null, ct));
    }

    private async Task<string> EnterAsync(Guid account, string? unit, string? stronger, IPAddress? source, string? detail, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = account.ToString("D", CultureInfo.InvariantCulture);
        var token = Secret.New();
        var opened = new AccessEntry(now, new Actor(ActorKind.User, id).ToString(), AccessKind.SignedIn, id, unit, source, detail);
        await store.SucceedAsync(account, stronger, Secret.Hash(token), now + SessionCookie.Idle, opened, ct);
        return token;
    }

    /// <summary>Bound to the password it was given for: a new one ends it.</summary>
    private string Ticket(string login, string passwordHash) => _tickets.Protect($"{login} {Mark(passwordHash)}", TicketLife);

    private (string? Login, string? Mark) Login(string ticket)
    {
        try
        {
            return _tickets.Unprotect(ticket).Split(' ') is [var login, var mark] ? (login, mark) : (null, null);
        }
        catch (CryptographicException)
        {
            return (null, null);
        }
    }

    private static string Mark(string passwordHash) => Convert.ToHexString(Secret.Hash(passwordHash));

    /// <summary>Ends the session for good, wherever its cookie was copied to.</summary>
    public async Task EndAsync(string token, Caller caller, IPAddress? source, CancellationToken ct)
    {
        var entry = new AccessEntry(
            clock.GetUtcNow(), caller.Actor.ToString(), AccessKind.SignedOut, caller.Actor.Id, caller.Unit?.ToString(), source);
        await store.EndAsync(Secret.Hash(token), entry, ct);
        credentials.Forget();
    }
}
