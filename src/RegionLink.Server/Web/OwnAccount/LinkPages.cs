using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Edge;
using RegionLink.Server.Identity.Providers;

namespace RegionLink.Server.Web.OwnAccount;

/// <summary>Linking one's account to the operator's identity provider; the page about oneself links here when there is one.</summary>
internal static class LinkPages
{
    public const string Address = "/account/provider";

    public static void MapLink(this IEndpointRouteBuilder pages)
    {
        pages.MapPage(Address, OpenAsync).Requires(Right.ManageOwnAccount);
        pages.MapForm(Address, BeginAsync).Requires(Right.ManageOwnAccount).RequireRateLimiting(Limits.SignIn);
        pages.MapForm($"{Address}/removal", RemoveAsync).Requires(Right.ManageOwnAccount);
    }

    private static async Task<IResult> OpenAsync(View view, ProviderClient provider, ProviderKeeper keeper)
    {
        var query = view.Http.Request.Query;
        var done = query.ContainsKey("linked") ? LinkTexts.Linked : query.ContainsKey("removed") ? LinkTexts.Removed : null;
        return provider.IsSet ? await ShowAsync(StatusCodes.Status200OK, done, [], view, keeper) : Problem.NotFound(Address);
    }

    /// <summary>Asks for the password again: a session left open must not open a second door.</summary>
    private static async Task<IResult> BeginAsync(View view, ProviderClient provider, ProviderKeeper keeper, AccountStore accounts, SignInStore tries, PasswordCheck check)
    {
        var (http, ct) = (view.Http, view.Http.RequestAborted);
        if (!provider.IsSet)
        {
            return Problem.NotFound(Address);
        }

        if (await accounts.FindAsync(view.Caller.AccountId, ct) is not { } account)
        {
            return AccessAnswer.SignInNeeded();
        }

        if (await check.TryAsync(account.Login, http.Request.Form["currentPassword"].ToString(), http.Connection.RemoteIpAddress, ct) is null)
        {
            return await ShowAsync(StatusCodes.Status422UnprocessableEntity, null, [AccountRefusals.PasswordWrong.About("currentPassword")], view, keeper);
        }

        await tries.ForgiveAsync(account.Id, ct);
        return await provider.AskAsync(http, returnTo: null, account.Id) is { } there
            ? PageEndpoints.Page<LinkSetUpPage>((nameof(LinkSetUpPage.There), there))
            : await ShowAsync(StatusCodes.Status503ServiceUnavailable, null, [ProviderRefusals.Away.With()], view, keeper);
    }

    private static async Task<IResult> RemoveAsync(View view, ProviderKeeper keeper, AccountStore accounts)
    {
        var ct = view.Http.RequestAborted;
        if (await accounts.FindAsync(view.Caller.AccountId, ct) is not { } account || await CallerReader.SessionOf(view.Http) is not { } token)
        {
            return AccessAnswer.SignInNeeded();
        }

        await keeper.UnlinkAsync(account, token, Doer.Of(view.Http), ct);
        return PageEndpoints.SeeOther($"{Address}?removed");
    }

    public static async Task<IResult> ShowAsync(int status, Text? done, IReadOnlyList<Refusal> faults, View view, ProviderKeeper keeper) => PageEndpoints.Page<LinkPage>(
        status,
        (nameof(LinkPage.Link), await keeper.OfAsync(view.Caller.AccountId, view.Http.RequestAborted)),
        (nameof(LinkPage.Done), done),
        (nameof(LinkPage.Reasons), faults));
}
