using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Edge;
using RegionLink.Server.Identity.Passkeys;
using RegionLink.Server.Identity.SecondFactors;
using RegionLink.Server.Identity.Sessions;

namespace RegionLink.Server.Web.SignIn;

/// <summary>The door for people: the same sessions, checks and limits as over the API.</summary>
internal static class SignInPages
{
    public static void MapSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapPage("/sign-in", Open).Requires(Right.SignIn).ServesOnlyPublicData();
        pages.MapForm("/sign-in", SignInAsync).Requires(Right.SignIn).RequireRateLimiting(Limits.SignIn);
        pages.MapForm("/sign-in/code", CodeAsync).Requires(Right.SignIn).RequireRateLimiting(Limits.SignIn);
        pages.MapForm("/sign-in/passkey", PasskeyAsync).Requires(Right.SignIn).RequireRateLimiting(Limits.SignIn);
        pages.MapProvider();
        pages.MapForm("/sign-out", SignOutAsync).Requires(Right.SignIn);
    }

    /// <summary>What somebody gets who asked for a page without being signed in.</summary>
    public static async Task<IResult> InsteadOfAsync(HttpContext http)
    {
        var held = await HeldForm.OfRefusedAsync(http);
        return PageEndpoints.Page<SignInPage>(
            StatusCodes.Status401Unauthorized,
            (nameof(SignInPage.Needed), true),
            (nameof(SignInPage.FileLost), held is null && HeldForm.IsMultipart(http.Request)),
            (nameof(SignInPage.ReturnTo), HttpMethods.IsGet(http.Request.Method) ? ReturnAddress.Local(http.Request.Path + http.Request.QueryString) : null),
            (nameof(SignInPage.Held), held));
    }

    private static IResult Open(View view) => view.Caller.IsAnonymous
        ? PageEndpoints.Page<SignInPage>((nameof(SignInPage.ReturnTo), ReturnAddress.Local(view.Http.Request.Query[ReturnAddress.Parameter])))
        : Results.LocalRedirect(ReturnAddress.DeskOf(view.Caller));

    private static async Task<IResult> SignInAsync(HttpContext http, Identity.Sessions.SignIn signIn, CallerReader callers)
    {
        var form = http.Request.Form;
        var login = form["login"].ToString();
        var answer = await signIn.OpenAsync(login, form["password"].ToString(), code: null, http.Connection.RemoteIpAddress, http.RequestAborted);
        return await FollowAsync(answer, login, http, signIn, callers);
    }

    /// <summary>The second step, for accounts with a second factor.</summary>
    private static async Task<IResult> CodeAsync(HttpContext http, Identity.Sessions.SignIn signIn, CallerReader callers)
    {
        var form = http.Request.Form;
        var answer = await signIn.ContinueAsync(form["ticket"].ToString(), form["code"].ToString(), http.Connection.RemoteIpAddress, http.RequestAborted);
        return await FollowAsync(answer, "", http, signIn, callers);
    }

    private static async Task<IResult> PasskeyAsync(HttpContext http, PasskeyKeeper passkeys, Identity.Sessions.SignIn signIn, CallerReader callers)
    {
        var form = http.Request.Form;
        var (back, held, credential) = (ReturnAddress.Local(form[ReturnAddress.Parameter]), HeldForm.OfSignIn(form), form["credential"].ToString());
        if (credential.Length == 0)
        {
            return Refused(StatusCodes.Status422UnprocessableEntity, "", back, held, PasskeyRefusals.ScriptNeeded);
        }

        return await passkeys.ProveAsync(form["ticket"].ToString(), credential, http) is { } account
            ? await EnterAsync(await signIn.OpenAsync(account, http.Connection.RemoteIpAddress, http.RequestAborted), back, held, http, signIn, callers)
            : Refused(StatusCodes.Status401Unauthorized, "", back, held, PasskeyRefusals.SignInRefused);
    }

    /// <summary>What follows either step; what was held and where to go on travel through both.</summary>
    private static async Task<IResult> FollowAsync(SignInAnswer answer, string login, HttpContext http, Identity.Sessions.SignIn signIn, CallerReader callers)
    {
        var form = http.Request.Form;
        var (back, held) = (ReturnAddress.Local(form[ReturnAddress.Parameter]), HeldForm.OfSignIn(form));
        return answer switch
        {
            SignInAnswer.Open open => await EnterAsync(open.Token, back, held, http, signIn, callers),
            SignInAnswer.CodeNeeded needed => Code(StatusCodes.Status200OK, needed.Ticket, back, held, []),
            SignInAnswer.CodeWrong wrong => Code(StatusCodes.Status401Unauthorized, wrong.Ticket, back, held, [SecondFactorRefusals.CodeWrong.About("code")]),
            _ => Refused(StatusCodes.Status401Unauthorized, login, back, held, SessionRefusals.SignInRefused),
        };
    }

    public static RazorComponentResult<SignInPage> Refused(int status, string login, string? back, HeldForm? held, Domain.Common.RefusalCode reason) =>
        PageEndpoints.Page<SignInPage>(
            status,
            (nameof(SignInPage.ReturnTo), back),
            (nameof(SignInPage.Login), login),
            (nameof(SignInPage.Held), held),
            (nameof(SignInPage.Reasons), (Domain.Common.Refusal[])[reason.With()]));

    public static RazorComponentResult<CodePage> Code(int status, string ticket, string? back, HeldForm? held, IReadOnlyList<Domain.Common.Refusal> reasons) =>
        PageEndpoints.Page<CodePage>(
            status,
            (nameof(CodePage.Ticket), ticket),
            (nameof(CodePage.ReturnTo), back),
            (nameof(CodePage.Held), held),
            (nameof(CodePage.Reasons), reasons));

    public static async Task<IResult> EnterAsync(
        string token, string? back, HeldForm? held, HttpContext http, Identity.Sessions.SignIn signIn, CallerReader callers)
    {
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
