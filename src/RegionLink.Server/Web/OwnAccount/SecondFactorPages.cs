using Microsoft.AspNetCore.Http.HttpResults;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Edge;
using RegionLink.Server.Identity.SecondFactors;

namespace RegionLink.Server.Web.OwnAccount;

/// <summary>Setting up and removing one's second factor; the page about oneself links here.</summary>
internal static class SecondFactorPages
{
    public const string Address = "/account/second-factor";

    public static void MapSecondFactor(this IEndpointRouteBuilder pages)
    {
        pages.MapPage(Address, OpenAsync).Requires(Right.ManageOwnAccount);
        pages.MapForm(Address, PrepareAsync).Requires(Right.ManageOwnAccount).RequireRateLimiting(Limits.SignIn);
        pages.MapForm($"{Address}/confirmation", ConfirmAsync).Requires(Right.ManageOwnAccount).RequireRateLimiting(Limits.SignIn);
        pages.MapForm($"{Address}/removal", RemoveAsync).Requires(Right.ManageOwnAccount).RequireRateLimiting(Limits.SignIn);
    }

    private static async Task<IResult> OpenAsync(View view, SecondFactorKeeper factors) => await ShowAsync(StatusCodes.Status200OK, [], view, factors);

    private static async Task<IResult> PrepareAsync(View view, AccountStore store, PasswordCheck check, SecondFactorKeeper factors)
    {
        var answer = await SecondFactorEndpoints.PrepareAsync(Password(view), view.Http, store, check, factors);
        return answer.ValueOf<PreparedFactor>() is { } prepared ? SetUp(StatusCodes.Status200OK, prepared, [])
            : answer.Faults() is { } faults ? await ShowAsync(StatusCodes.Status422UnprocessableEntity, faults, view, factors)
            : answer;
    }

    private static async Task<IResult> ConfirmAsync(
        View view, AccountStore store, SignInStore tries, SecondFactorKeeper factors, CredentialCache credentials, TimeProvider clock)
    {
        var code = new SecondFactorEndpoints.CodeBody(view.Http.Request.Form["code"].ToString());
        var answer = await SecondFactorEndpoints.ConfirmAsync(new(code), view.Http, store, tries, factors, credentials, clock);
        if (answer.ValueOf<SecondFactorEndpoints.RecoveryCodesView>() is { } codes)
        {
            return PageEndpoints.Page<RecoveryCodesPage>((nameof(RecoveryCodesPage.Codes), codes.RecoveryCodes));
        }

        if (answer.Faults() is not { } faults)
        {
            return answer;
        }

        var account = await store.FindAsync(view.Caller.AccountId, view.Http.RequestAborted);
        return account is not null && await factors.PreparedAsync(account, view.Http.RequestAborted) is { } prepared
            ? SetUp(StatusCodes.Status422UnprocessableEntity, prepared, faults)
            : await ShowAsync(StatusCodes.Status422UnprocessableEntity, faults, view, factors);
    }

    private static async Task<IResult> RemoveAsync(View view, AccountStore store, PasswordCheck check, SecondFactorKeeper factors)
    {
        var answer = await SecondFactorEndpoints.RemoveAsync(Password(view), view.Http, store, check, factors);
        return answer.Faults() is { } faults ? await ShowAsync(StatusCodes.Status422UnprocessableEntity, faults, view, factors)
            : answer.IsOtherProblem() ? answer
            : PageEndpoints.SeeOther($"{Address}?removed");
    }

    private static Body<SecondFactorEndpoints.OwnPasswordBody> Password(View view) => new(new(view.Http.Request.Form["currentPassword"].ToString()));

    private static RazorComponentResult<SecondFactorSetUpPage> SetUp(int status, PreparedFactor prepared, IReadOnlyList<Refusal> reasons) =>
        PageEndpoints.Page<SecondFactorSetUpPage>(
            status,
            (nameof(SecondFactorSetUpPage.Prepared), prepared),
            (nameof(SecondFactorSetUpPage.Reasons), reasons));

    private static async Task<RazorComponentResult<SecondFactorPage>> ShowAsync(
        int status, IReadOnlyList<Refusal> reasons, View view, SecondFactorKeeper factors)
    {
        var (on, left) = await factors.StateAsync(view.Caller.AccountId, view.Http.RequestAborted);
        return PageEndpoints.Page<SecondFactorPage>(
            status,
            (nameof(SecondFactorPage.On), on),
            (nameof(SecondFactorPage.RecoveryCodesLeft), left),
            (nameof(SecondFactorPage.Removed), view.Http.Request.Query.ContainsKey("removed")),
            (nameof(SecondFactorPage.Reasons), reasons));
    }
}
