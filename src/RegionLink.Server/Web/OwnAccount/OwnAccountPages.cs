using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Edge;

namespace RegionLink.Server.Web.OwnAccount;

/// <summary>The page about oneself.</summary>
internal static class OwnAccountPages
{
    public static void MapOwnAccount(this IEndpointRouteBuilder pages)
    {
        pages.MapPage("/account", OpenAsync).Requires(Right.ManageOwnAccount);
        pages.MapSecondFactor();
        pages.MapPasskeys();
        pages.MapLink();
        pages.MapForm("/account/password", ChangeAsync).Requires(Right.ManageOwnAccount).RequireRateLimiting(Limits.SignIn);
    }

    private static Task<IResult> OpenAsync(View view, ReferenceCache reference, CancellationToken ct) =>
        ShowAsync(StatusCodes.Status200OK, view.Http.Request.Query.ContainsKey("changed"), [], view, reference, ct);

    private static async Task<IResult> ChangeAsync(
        View view, AccountStore store, PasswordCheck check, AccountKeeper keeper, ReferenceCache reference, CancellationToken ct)
    {
        var form = view.Http.Request.Form;
        var next = form["newPassword"].ToString();
        IReadOnlyList<Refusal> faults = [FormRefusals.RepeatDiffers.About("repeat")];
        if (string.Equals(next, form["repeat"].ToString(), StringComparison.Ordinal))
        {
            var body = new OwnPasswordEndpoint.PasswordBody(form["currentPassword"].ToString(), next);
            var answer = await OwnPasswordEndpoint.ChangeAsync(new(body), view.Http, store, check, keeper);
            if (answer.Faults() is not { } refused)
            {
                return answer.IsOtherProblem() ? answer : PageEndpoints.SeeOther("/account?changed");
            }

            faults = refused;
        }

        return await ShowAsync(StatusCodes.Status422UnprocessableEntity, changed: false, faults, view, reference, ct);
    }

    private static async Task<IResult> ShowAsync(
        int status, bool changed, IReadOnlyList<Refusal> faults, View view, ReferenceCache reference, CancellationToken ct) => PageEndpoints.Page<OwnAccountPage>(
            status,
            (nameof(OwnAccountPage.Unit), view.Caller.Unit is { } unit ? (await reference.GetAsync(ct)).Lineage.Find(unit) : null),
            (nameof(OwnAccountPage.Changed), changed),
            (nameof(OwnAccountPage.Reasons), faults));
}
