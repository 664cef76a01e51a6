using RegionLink.Runtime.Identity;
using RegionLink.Server.Http;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Edge;

namespace RegionLink.Server.Identity.SecondFactors;

/// <summary>One's own second factor; and removing that of somebody who lost phone and recovery codes.</summary>
public static class SecondFactorEndpoints
{
    public static void MapSecondFactor(this IEndpointRouteBuilder routes)
    {
        const string Own = "/session/second-factor";
        routes.MapGet(Own, ReadAsync).Requires(Right.ManageOwnAccount).Produces<SecondFactorView>();
        routes.MapPost(Own, PrepareAsync).Requires(Right.ManageOwnAccount).RequireRateLimiting(Limits.SignIn).Produces<PreparedFactor>();
        routes.MapPost($"{Own}/confirmation", ConfirmAsync).Requires(Right.ManageOwnAccount).RequireRateLimiting(Limits.SignIn).Produces<RecoveryCodesView>();
        routes.MapPost($"{Own}/removal", RemoveAsync).Requires(Right.ManageOwnAccount).RequireRateLimiting(Limits.SignIn).Produces(StatusCodes.Status204NoContent);
        routes.MapPost("/accounts/{id:guid}/second-factor/removal", RemoveOfAsync).Requires(Right.ManageAccounts).Produces(StatusCodes.Status204NoContent);
    }

    /// <param name="On">A code is asked for at sign-in.</param>
    public sealed record SecondFactorView(bool On, int RecoveryCodesLeft);

    public sealed record OwnPasswordBody(string CurrentPassword);

    /// <param name="Code">The 6 digits the app shows.</param>
    public sealed record CodeBody(string Code);

    /// <param name="RecoveryCodes">Shown this once; each lets its holder in once without the app.</param>
    public sealed record RecoveryCodesView(IReadOnlyList<string> RecoveryCodes);

    /// <summary>Whether one's account has a second factor.</summary>
    public static async Task<IResult> ReadAsync(HttpContext http, SecondFactorKeeper factors)
    {
        var (on, left) = await factors.StateAsync(http.Caller().AccountId, http.RequestAborted);
        return Results.Ok(new SecondFactorView(on, left));
    }

    /// <summary>Begins to set up a second factor: the secret for the app. It is not asked for until a first code confirms it.</summary>
    public static async Task<IResult> PrepareAsync(Body<OwnPasswordBody> body, HttpContext http, AccountStore store, PasswordCheck check, SecondFactorKeeper factors)
    {
        var (account, refused) = await ProvenAsync(body.Value.CurrentPassword, http, store, check);
        return refused
            ?? (await factors.PrepareAsync(account!, http.RequestAborted) is { } prepared
                ? Results.Ok(prepared)
                : Problem.Of(StatusCodes.Status422UnprocessableEntity, SecondFactorRefusals.AlreadySet.With()));
    }

    /// <summary>Confirms it with the app's first code. Other sessions of the account end; the answer shows the recovery codes once.</summary>
    public static async Task<IResult> ConfirmAsync(
        Body<CodeBody> body, HttpContext http, AccountStore store, SignInStore tries, SecondFactorKeeper factors, CredentialCache credentials, TimeProvider clock)
    {
        var ct = http.RequestAborted;
        var account = await store.FindAsync(http.Caller().AccountId, ct);
        if (account is null || await CallerReader.SessionOf(http) is not { } token)
        {
            return AccessAnswer.SignInNeeded();
        }

        if (await factors.PreparedAsync(account, ct) is null)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, SecondFactorRefusals.NotBegun.With());
        }

        // Counted like a password: six digits must not be guessed either.
        if (await tries.BeginAsync(account.Login, clock.GetUtcNow(), ct) is null
            || await factors.ConfirmAsync(account, body.Value.Code, token, Doer.Of(http), ct) is not { } codes)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, SecondFactorRefusals.CodeWrong.About("code"));
        }

        await tries.ForgiveAsync(account.Id, ct);
        credentials.Forget();
        return Results.Ok(new RecoveryCodesView(codes));
    }

    /// <summary>Removes one's second factor and its recovery codes.</summary>
    public static async Task<IResult> RemoveAsync(Body<OwnPasswordBody> body, HttpContext http, AccountStore store, PasswordCheck check, SecondFactorKeeper factors)
    {
        var (account, refused) = await ProvenAsync(body.Value.CurrentPassword, http, store, check);
        if (refused is not null)
        {
            return refused;
        }

        await factors.RemoveAsync(account!, Doer.Of(http), http.RequestAborted);
        return Results.NoContent();
    }

    /// <summary>Removes the second factor of somebody who lost it. Give that person a new password as well when the phone may be in wrong hands.</summary>
    public static async Task<IResult> RemoveOfAsync(Guid id, HttpContext http, AccountStore store, SecondFactorKeeper factors)
    {
        if (await AccountEndpoints.FindAsync(id, http, store) is not { } account)
        {
            return Problem.NotFound($"{id}");
        }

        await factors.RemoveAsync(account, Doer.Of(http), http.RequestAborted);
        return Results.NoContent();
    }

    /// <summary>The caller's account once its password is proven again: a session left open must not change what protects the account.</summary>
    private static async Task<(Account? Account, IResult? Refused)> ProvenAsync(string password, HttpContext http, AccountStore store, PasswordCheck check)
    {
        var ct = http.RequestAborted;
        if (await store.FindAsync(http.Caller().AccountId, ct) is not { } account)
        {
            return (null, AccessAnswer.SignInNeeded());
        }

        if (await check.TryAsync(account.Login, password, http.Connection.RemoteIpAddress, ct) is null)
        {
            return (null, Problem.Of(StatusCodes.Status422UnprocessableEntity, AccountRefusals.PasswordWrong.About("currentPassword")));
        }

        await http.RequestServices.GetRequiredService<SignInStore>().ForgiveAsync(account.Id, ct);
        return (account, null);
    }
}
