using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Edge;
using RegionLink.Server.Identity.Passkeys;

namespace RegionLink.Server.Web.OwnAccount;

/// <summary>Adding, naming and removing one's passkeys; the page about oneself links here.</summary>
internal static class PasskeyPages
{
    public const string Address = "/account/passkeys";

    public static void MapPasskeys(this IEndpointRouteBuilder pages)
    {
        pages.MapPage(Address, OpenAsync).Requires(Right.ManageOwnAccount);
        pages.MapForm(Address, BeginAsync).Requires(Right.ManageOwnAccount).RequireRateLimiting(Limits.SignIn);
        pages.MapForm($"{Address}/confirmation", ConfirmAsync).Requires(Right.ManageOwnAccount).RequireRateLimiting(Limits.SignIn);
        pages.MapForm($"{Address}/{{id:guid}}/name", RenameAsync).Requires(Right.ManageOwnAccount);
        pages.MapForm($"{Address}/{{id:guid}}/removal", RemoveAsync).Requires(Right.ManageOwnAccount);
    }

    private static Task<IResult> OpenAsync(View view, PasskeyKeeper passkeys)
    {
        var query = view.Http.Request.Query;
        var done = query.ContainsKey("added") ? PasskeyTexts.Added
            : query.ContainsKey("removed") ? PasskeyTexts.Removed
            : query.ContainsKey("renamed") ? PasskeyTexts.Renamed
            : null;
        return ShowAsync(StatusCodes.Status200OK, done, "", [], view, passkeys);
    }

    /// <summary>Asks for the password again: a session left open must not open a second door.</summary>
    private static async Task<IResult> BeginAsync(View view, AccountStore accounts, SignInStore tries, PasswordCheck check, PasskeyKeeper passkeys)
    {
        var (http, ct) = (view.Http, view.Http.RequestAborted);
        var name = Tidy(http.Request.Form["name"].ToString());
        if (await OwnAsync(view, accounts) is not { } account)
        {
            return AccessAnswer.SignInNeeded();
        }

        List<Refusal> faults = [.. NameFaults(name)];
        if ((await passkeys.OfAsync(account.Id, ct)).Count >= PasskeyKeeper.MostOfAccount)
        {
            faults.Add(PasskeyRefusals.TooMany.With(PasskeyKeeper.MostOfAccount));
        }

        if (faults.Count == 0)
        {
            if (await check.TryAsync(account.Login, http.Request.Form["currentPassword"].ToString(), http.Connection.RemoteIpAddress, ct) is not null)
            {
                await tries.ForgiveAsync(account.Id, ct);
                return PageEndpoints.Page<PasskeySetUpPage>((nameof(PasskeySetUpPage.Offer), await passkeys.OfferNewAsync(account, name, http)));
            }

            faults.Add(AccountRefusals.PasswordWrong.About("currentPassword"));
        }

        return await ShowAsync(StatusCodes.Status422UnprocessableEntity, null, name, faults, view, passkeys);
    }

    private static async Task<IResult> ConfirmAsync(View view, AccountStore accounts, PasskeyKeeper passkeys)
    {
        var form = view.Http.Request.Form;
        var credential = form["credential"].ToString();
        if (await OwnAsync(view, accounts) is not { } account)
        {
            return AccessAnswer.SignInNeeded();
        }

        return credential.Length == 0 ? await ShowAsync(StatusCodes.Status422UnprocessableEntity, null, "", [PasskeyRefusals.ScriptNeeded.With()], view, passkeys)
            : await passkeys.AddAsync(account, form["ticket"].ToString(), credential, view.Http) ? PageEndpoints.SeeOther($"{Address}?added")
            : await ShowAsync(StatusCodes.Status422UnprocessableEntity, null, "", [PasskeyRefusals.NotAdded.With()], view, passkeys);
    }

    private static async Task<IResult> RenameAsync(Guid id, View view, PasskeyKeeper passkeys)
    {
        var name = Tidy(view.Http.Request.Form["name"].ToString());
        var faults = NameFaults(name).ToList();
        return faults.Count > 0 ? await ShowAsync(StatusCodes.Status422UnprocessableEntity, null, "", faults, view, passkeys)
            : await passkeys.RenameAsync(view.Caller.AccountId, id, name, view.Http.RequestAborted) ? PageEndpoints.SeeOther($"{Address}?renamed")
            : Problem.NotFound($"{id}");
    }

    private static async Task<IResult> RemoveAsync(Guid id, View view, AccountStore accounts, PasskeyKeeper passkeys)
    {
        var ct = view.Http.RequestAborted;
        if (await OwnAsync(view, accounts) is not { } account || await CallerReader.SessionOf(view.Http) is not { } token)
        {
            return AccessAnswer.SignInNeeded();
        }

        if ((await passkeys.OfAsync(account.Id, ct)).All(k => k.Id != id))
        {
            return Problem.NotFound($"{id}");
        }

        await passkeys.RemoveAsync(account, id, token, Doer.Of(view.Http), ct);
        return PageEndpoints.SeeOther($"{Address}?removed");
    }

    private static string Tidy(string typed) => string.Concat(typed.Where(c => !char.IsControl(c))).Trim();

    private static IEnumerable<Refusal> NameFaults(string name)
    {
        if (name.Length is 0 or > PasskeyKeeper.LongestName)
        {
            yield return PasskeyRefusals.NameMissing.About("name");
        }
    }

    private static Task<Account?> OwnAsync(View view, AccountStore accounts) => accounts.FindAsync(view.Caller.AccountId, view.Http.RequestAborted);

    private static async Task<IResult> ShowAsync(int status, Text? done, string name, IReadOnlyList<Refusal> faults, View view, PasskeyKeeper passkeys) =>
        PageEndpoints.Page<PasskeysPage>(
            status,
            (nameof(PasskeysPage.Keys), await passkeys.OfAsync(view.Caller.AccountId, view.Http.RequestAborted)),
            (nameof(PasskeysPage.Done), done),
            (nameof(PasskeysPage.Name), name),
            (nameof(PasskeysPage.Reasons), faults));
}
