using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Edge;
using RegionLink.Server.Identity.Providers;
using RegionLink.Server.Identity.Sessions;
using RegionLink.Server.Web.OwnAccount;

namespace RegionLink.Server.Web.SignIn;

/// <summary>To the operator's identity provider and back: signing in by it, or linking one's account to it.</summary>
internal static class ProviderPages
{
    public const string Address = "/sign-in/provider";

    public static void MapProvider(this IEndpointRouteBuilder pages)
    {
        pages.MapPage(Address, LeaveAsync).Requires(Right.SignIn).ServesOnlyPublicData().RequireRateLimiting(Limits.SignIn);
        pages.MapPage($"{Address}/answer", ReturnAsync).Requires(Right.SignIn).ServesOnlyPublicData().RequireRateLimiting(Limits.SignIn);
    }

    private static async Task<IResult> LeaveAsync(View view, ProviderClient provider)
    {
        if (!view.Caller.IsAnonymous)
        {
            return Results.LocalRedirect(ReturnAddress.DeskOf(view.Caller));
        }

        if (!provider.IsSet)
        {
            return Problem.NotFound(Address);
        }

        var back = ReturnAddress.Local(view.Http.Request.Query[ReturnAddress.Parameter]);
        return await provider.AskAsync(view.Http, back, link: null) is { } there
            ? Results.Redirect(there.AbsoluteUri)
            : SignInPages.Refused(StatusCodes.Status503ServiceUnavailable, "", back, held: null, ProviderRefusals.Away);
    }

    private static async Task<IResult> ReturnAsync(
        View view, ProviderClient provider, ProviderKeeper keeper, AccountStore accounts, Identity.Sessions.SignIn signIn, CallerReader callers)
    {
        if (!provider.IsSet)
        {
            return Problem.NotFound(Address);
        }

        var answer = await provider.CheckAsync(view.Http);
        return answer switch
        {
            ProviderAnswer.Proven { Errand.Link: { } account } proven => await LinkAsync(account, proven.Identity, view, keeper, accounts),
            ProviderAnswer.Proven proven => await SignInAsync(proven, view.Http, keeper, signIn, callers),
            ProviderAnswer.Refused refused => await BackAsync(StatusCodes.Status401Unauthorized, refused.Errand, refused.Reason, view, keeper),
            ProviderAnswer.Away away => await BackAsync(StatusCodes.Status503ServiceUnavailable, away.Errand, ProviderRefusals.Away, view, keeper),
            _ => throw new ArgumentOutOfRangeException(nameof(view), answer, null),
        };
    }

    private static async Task<IResult> SignInAsync(
        ProviderAnswer.Proven proven, HttpContext http, ProviderKeeper keeper, Identity.Sessions.SignIn signIn, CallerReader callers)
    {
        var back = ReturnAddress.Local(proven.Errand.ReturnTo);
        var answer = await keeper.FindAsync(proven.Identity, http) is { } account
            ? await signIn.OpenByProviderAsync(account, http.Connection.RemoteIpAddress, http.RequestAborted)
            : new SignInAnswer.Refused();
        return answer switch
        {
            SignInAnswer.Open open => await SignInPages.EnterAsync(open.Token, back, held: null, http, signIn, callers),
            SignInAnswer.CodeNeeded needed => SignInPages.Code(StatusCodes.Status200OK, needed.Ticket, back, held: null, []),
            _ => SignInPages.Refused(StatusCodes.Status401Unauthorized, "", back, held: null, ProviderRefusals.SignInRefused),
        };
    }

    /// <summary>Only in the browser and session of whoever gave the password for it.</summary>
    private static async Task<IResult> LinkAsync(Guid id, ProviderIdentity identity, View view, ProviderKeeper keeper, AccountStore accounts)
    {
        var ct = view.Http.RequestAborted;
        if (view.Caller.IsAnonymous || view.Caller.AccountId != id || await accounts.FindAsync(id, ct) is not { } account)
        {
            return AccessAnswer.SignInNeeded();
        }

        return await keeper.LinkAsync(account, identity, Doer.Of(view.Http), ct)
            ? PageEndpoints.SeeOther($"{LinkPages.Address}?linked")
            : await LinkPages.ShowAsync(StatusCodes.Status422UnprocessableEntity, null, [ProviderRefusals.Taken.With()], view, keeper);
    }

    /// <summary>Where it began, with the reason.</summary>
    private static async Task<IResult> BackAsync(int status, ProviderErrand? errand, RefusalCode reason, View view, ProviderKeeper keeper) =>
        errand?.Link is not null && !view.Caller.IsAnonymous
            ? await LinkPages.ShowAsync(status, null, [reason.With()], view, keeper)
            : SignInPages.Refused(status, "", ReturnAddress.Local(errand?.ReturnTo), held: null, reason);
}
