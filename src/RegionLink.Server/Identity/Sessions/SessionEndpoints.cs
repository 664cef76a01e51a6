using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using RegionLink.Domain.Common;
using RegionLink.Server.Http;
using RegionLink.Server.Identity.Edge;
using RegionLink.Server.Identity.SecondFactors;

namespace RegionLink.Server.Identity.Sessions;

/// <summary>Signing in and out, and who one is.</summary>
public static class SessionEndpoints
{
    private const int LargestBodyBytes = 4 * 1024;

    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/session", WhoAmI).Requires(Right.SignIn).ServesOnlyPublicData().Produces<SessionView>();
        routes.MapPost("/session", SignInAsync)
            .Requires(Right.SignIn)
            .RequireRateLimiting(Limits.SignIn)
            .WithMetadata(new RequestSizeLimitAttribute(LargestBodyBytes))
            .Produces<SessionView>();
        routes.MapDelete("/session", SignOutAsync).Requires(Right.SignIn).Produces(StatusCodes.Status204NoContent);
    }

    /// <param name="Code">Of the second factor, for accounts that have one.</param>
    public sealed record SignInBody(string Login, string Password, string? Code = null);

    /// <param name="SignedIn">False for an anonymous reader.</param>
    /// <param name="Actor">As written with every change this caller makes; null for an anonymous reader.</param>
    /// <param name="Unit">The unit the caller is bound to; null for the region and for anonymous readers.</param>
    /// <param name="Units">Units of the same level the caller may act for: its own and those it continues. Their communes are not listed.</param>
    /// <param name="MustChangePassword">Nothing but changing the password is allowed yet.</param>
    /// <param name="ExpiresAt">When the session (unless used further) or the key ends.</param>
    public sealed record SessionView(
        bool SignedIn,
        Actor? Actor,
        string? Label,
        UnitKey? Unit,
        IReadOnlyList<UnitKey> Units,
        IReadOnlyList<Role> Roles,
        IReadOnlyList<Right> Rights,
        bool MustChangePassword,
        DateTimeOffset? ExpiresAt)
    {
        internal static SessionView Of(Caller caller) => new(
            !caller.IsAnonymous,
            caller.IsAnonymous ? null : caller.Actor,
            caller.Label,
            caller.Unit,
            [.. caller.Units.Where(unit => unit.Code.Length == caller.Unit?.Code.Length).Order()],
            [.. caller.Roles.Order()],
            [.. caller.Rights.Order()],
            caller.MustChangePassword,
            caller.ExpiresAt);
    }

    /// <summary>Who the platform takes the caller for, and what that caller may do.</summary>
    public static IResult WhoAmI(HttpContext http) => Results.Ok(SessionView.Of(http.Caller()));

    /// <summary>Signs in with login, password and, for accounts that have a second factor, its code; the answer sets the session cookie.</summary>
    public static async Task<IResult> SignInAsync(Body<SignInBody> body, HttpContext http, SignIn signIn, CallerReader callers)
    {
        var (login, password, code) = body.Value;
        var answer = await signIn.OpenAsync(login, password, code, http.Connection.RemoteIpAddress, http.RequestAborted);
        if (answer is not SignInAnswer.Open { Token: var token })
        {
            return Problem.Of(StatusCodes.Status401Unauthorized, answer switch
            {
                SignInAnswer.CodeNeeded => SecondFactorRefusals.Needed.About("code"),
                SignInAnswer.CodeWrong => SecondFactorRefusals.CodeWrong.About("code"),
                _ => SessionRefusals.SignInRefused.With(),
            });
        }

        await http.SignInAsync(SessionCookie.Scheme, SessionCookie.Principal(token));
        return Results.Ok(SessionView.Of(await callers.OfSessionAsync(token, http.RequestAborted)));
    }

    /// <summary>Ends the session of this cookie. Without one there is nothing to do, and that is fine.</summary>
    public static async Task<IResult> SignOutAsync(HttpContext http, SignIn signIn)
    {
        if (await CallerReader.SessionOf(http) is { } token && !http.Caller().IsAnonymous)
        {
            await signIn.EndAsync(token, http.Caller(), http.Connection.RemoteIpAddress, http.RequestAborted);
        }

        await http.SignOutAsync(SessionCookie.Scheme);
        return Results.NoContent();
    }
}
