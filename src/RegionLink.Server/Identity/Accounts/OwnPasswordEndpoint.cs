using RegionLink.Runtime.Identity;
using RegionLink.Server.Http;
using RegionLink.Server.Identity.Edge;

namespace RegionLink.Server.Identity.Accounts;

/// <summary>Changing one's own password.</summary>
public static class OwnPasswordEndpoint
{
    public static void MapOwnPassword(this IEndpointRouteBuilder routes) =>
        routes.MapPut("/session/password", ChangeAsync)
            .Requires(Right.ManageOwnAccount)
            .RequireRateLimiting(Limits.SignIn)
            .Produces(StatusCodes.Status204NoContent);

    public sealed record PasswordBody(string CurrentPassword, string NewPassword);

    /// <summary>Sets a new password; this session goes on, all others of the account end.</summary>
    public static async Task<IResult> ChangeAsync(Body<PasswordBody> body, HttpContext http, AccountStore store, PasswordCheck check, AccountKeeper keeper)
    {
        var ct = http.RequestAborted;
        var (current, next) = body.Value;
        var account = await store.FindAsync(http.Caller().AccountId, ct);
        var token = await CallerReader.SessionOf(http);
        if (account is null || token is null)
        {
            return AccessAnswer.SignInNeeded();
        }

        var faults = Passwords.Faults(next, account.Login, "newPassword").ToList();
        if (string.Equals(current, next, StringComparison.Ordinal))
        {
            faults.Add(AccountRefusals.PasswordUnchanged.About("newPassword"));
        }

        if (faults.Count > 0)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, faults);
        }

        if (await check.TryAsync(account.Login, current, http.Connection.RemoteIpAddress, ct) is null)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, AccountRefusals.PasswordWrong.About("currentPassword"));
        }

        await keeper.SetOwnPasswordAsync(account.Id, account.Unit, next, token, Doer.Of(http), ct);
        return Results.NoContent();
    }
}
