using Microsoft.AspNetCore.Http.HttpResults;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Keys;
using RegionLink.Server.Web.Lists;

namespace RegionLink.Server.Web.Administration;

/// <summary>Keys of systems.</summary>
internal static class KeyPages
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage("/keys", OpenAsync).Requires(Right.ManageAccounts);
        pages.MapForm("/keys", CreateAsync).Requires(Right.ManageAccounts);
        pages.MapForm("/keys/{id:guid}/revocation", RevokeAsync).Requires(Right.ManageAccounts);
    }

    private static Task<IResult> OpenAsync(View view, TableReader reader, IUnitScope scope, ReferenceCache reference, CancellationToken ct) =>
        ShowAsync(StatusCodes.Status200OK, null, [], view, reader, scope, reference, ct);

    private static async Task<IResult> CreateAsync(
        View view, ApiKeyKeeper keeper, TableReader reader, IUnitScope scope, ReferenceCache reference, TimeProvider clock, CancellationToken ct)
    {
        var form = view.Http.Request.Form;
        IReadOnlyList<Right> rights = [.. Enum.GetValues<Right>().Where(r => form["rights"].Contains(r.Name()))];
        var body = new ApiKeyEndpoints.CreateBody(
            form["label"].ToString(), UnitKey.TryParse(form["unit"], out var unit) ? unit : null, rights, EndOf(form["expiresAt"].ToString()));
        var answer = await ApiKeyEndpoints.CreateAsync(new(body), view.Http, keeper, scope, clock);
        return answer.ValueOf<ApiKeyEndpoints.NewApiKeyView>() is { } made ? Secret(view, made)
            : answer.Faults() is { } faults ? await ShowAsync(StatusCodes.Status422UnprocessableEntity, form, faults, view, reader, scope, reference, ct)
            : answer;
    }

    private static async Task<IResult> RevokeAsync(Guid id, View view, ApiKeyStore store, ApiKeyKeeper keeper)
    {
        var answer = await ApiKeyEndpoints.RevokeAsync(id, view.Http, store, keeper);
        return answer.IsOtherProblem() ? answer : PageEndpoints.SeeOther("/keys");
    }

    private static RazorComponentResult<SecretPage> Secret(View view, ApiKeyEndpoints.NewApiKeyView made) => PageEndpoints.Page<SecretPage>(
        (nameof(SecretPage.Title), view.T(AdministrationTexts.KeyMade, made.Key.Label)),
        (nameof(SecretPage.Advice), AdministrationTexts.SecretOnce),
        (nameof(SecretPage.Label), AdministrationTexts.Keys),
        (nameof(SecretPage.Secret), made.Secret),
        (nameof(SecretPage.Back), (view.T(AdministrationTexts.Keys), "/keys")));

    /// <summary>The end of a day in Vietnam; what is not a day lies in the past and is refused as such.</summary>
    private static DateTimeOffset EndOf(string text) =>
        Typed.Day(text) is { } day
            ? new DateTimeOffset(day.ToDateTime(new TimeOnly(23, 59, 59)), Vietnam)
            : DateTimeOffset.UnixEpoch;

    private static async Task<IResult> ShowAsync(
        int status, IFormCollection? form, IReadOnlyList<Refusal> faults, View view, TableReader reader, IUnitScope scope, ReferenceCache reference, CancellationToken ct)
    {
        var table = ApiKeyTable.Definition;
        var request = new TableRequest { Sort = table.Columns.Single(c => c.Name == "createdAt"), Descending = true, Limit = TableRequest.MostRowsPerPage };
        return PageEndpoints.Page<KeysPage>(
            status,
            (nameof(KeysPage.List), await ListPage.ReadAsync(reader, table, request, view.Caller.AsKeeper(), ct)),
            (nameof(KeysPage.Lineage), (await reference.GetAsync(ct)).Lineage),
            (nameof(KeysPage.Bindable), await BindableUnits.OfAsync(view.Caller, scope, reference, null, ct)),
            (nameof(KeysPage.Label), form?["label"].ToString()),
            (nameof(KeysPage.Unit), form?["unit"].ToString() ?? $"{view.Caller.Unit}"),
            (nameof(KeysPage.Expires), form?["expiresAt"].ToString() ?? View.Day(view.Today.AddDays(180))),
            (nameof(KeysPage.Rights), (IReadOnlyList<string>)[.. form?["rights"].OfType<string>() ?? []]),
            (nameof(KeysPage.Reasons), faults));
    }
}
