using Microsoft.AspNetCore.Authentication;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Edge;
using RegionLink.Server.Identity.Sessions;

namespace RegionLink.Server.Web.SignIn;

/// <summary>The door for people: the same sessions, checks and limits as over the API.</summary>
internal static class SignInPages
{
    public static void MapSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapPage("/sign-in", Open).Requires(Right.SignIn).ServesOnlyPublicData();
        pages.MapForm("/sign-in", SignInAsync).Requires(Right.SignIn).RequireRateLimiting(Limits.SignIn);
        pages.MapForm("/sign-out", SignOutAsync).Requires(Right.SignIn);
    }

    /// <summary>What somebody gets who asked for a page without being signed in.</summary>
    public static async Task<IResult> InsteadOfAsync(HttpContext http) => PageEndpoints.Page<SignInPage>(
        StatusCodes.Status401Unauthorized,
        (nameof(SignInPage.Needed), true),
        (nameof(SignInPage.ReturnTo), HttpMethods.IsGet(http.Request.Method) ? ReturnAddress.Local(http.Request.Path + http.Request.QueryString) : null),
        (nameof(SignInPage.Held), await HeldForm.OfRefusedAsync(http)));

    private static IResult Open(View view) => view.Caller.IsAnonymous
        ? PageEndpoints.Page<SignInPage>((nameof(SignInPage.ReturnTo), ReturnAddress.Local(view.Http.Request.Query[ReturnAddress.Parameter])))
        : Results.LocalRedirect(ReturnAddress.DeskOf(view.Caller));

    private static async Task<IResult> SignInAsync(HttpContext http, Identity.Sessions.SignIn signIn, CallerReader callers)
    {
        var form = http.Request.Form;
        var (login, password) = (form["login"].ToString(), form["password"].ToString());
        var (back, held) = (ReturnAddress.Local(form[ReturnAddress.Parameter]), HeldForm.OfSignIn(form));
        if (await signIn.OpenAsync(login, password, http.Connection.RemoteIpAddress, http.RequestAborted) is not { } token)
        {
            return PageEndpoints.Page<SignInPage>(
                StatusCodes.Status401Unauthorized,
                (nameof(SignInPage.ReturnTo), back),
                (nameof(SignInPage.Login), login),
                (nameof(SignInPage.Held), held),
                (nameof(SignInPage.Reasons), (Domain.Common.Refusal[])[SessionRefusals.SignInRefused.With()]));
        }

        await EndPresentAsync(http, signIn);
        await http.SignInAsync(SessionCookie.Scheme, SessionCookie.Principal(token));
        var caller = await callers.OfSessionAsync(token, http.RequestAborted);
        if (held is null || caller.MustChangePassword)
        {
            return SeeOther(caller.MustChangePassword ? ReturnAddress.DeskOf(caller) : back ?? ReturnAddress.DeskOf(caller));
        }

        // The page that follows is already the new session's: its token must be good for it.
        http.User = SessionCookie.Principal(token);
        http.SetCaller(caller);
        return PageEndpoints.Page<ResumePage>((nameof(ResumePage.Held), held));
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, Identity.Sessions.SignIn signIn)
    {
        await EndPresentAsync(http, signIn);
        await http.SignOutAsync(SessionCookie.Scheme);
        return SeeOther("/");
    }

    /// <summary>Ends the session the browser came with, so that a token planted or left there is worth nothing afterwards.</summary>
    private static async Task EndPresentAsync(HttpContext http, Identity.Sessions.SignIn signIn)
    {
        if (await CallerReader.SessionOf(http) is { } token && !http.Caller().IsAnonymous)
        {
            await signIn.EndAsync(token, http.Caller(), http.Connection.RemoteIpAddress, http.RequestAborted);
        }
    }

    private static IResult SeeOther(string address) => PageEndpoints.SeeOther(address);
}
