using Microsoft.AspNetCore.Http.HttpResults;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Passkeys;
using RegionLink.Server.Identity.Providers;
using RegionLink.Server.Identity.SecondFactors;
using RegionLink.Server.Web.Lists;

namespace RegionLink.Server.Web.Administration;

/// <summary>Users and their roles. Every form goes through the operation of the API, so there is one set of rules.</summary>
internal static class UserPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage("/users", ListAsync).Requires(Right.ManageAccounts);
        pages.MapPage("/users/new", NewAsync).Requires(Right.ManageAccounts);
        pages.MapForm("/users/new", CreateAsync).Requires(Right.ManageAccounts);
        pages.MapPage("/users/{id:guid}", OpenAsync).Requires(Right.ManageAccounts);
        pages.MapForm("/users/{id:guid}", ChangeAsync).Requires(Right.ManageAccounts);
        pages.MapForm("/users/{id:guid}/password", ResetAsync).Requires(Right.ManageAccounts);
        pages.MapForm("/users/{id:guid}/second-factor", RemoveFactorAsync).Requires(Right.ManageAccounts);
        pages.MapForm("/users/{id:guid}/passkeys", RemovePasskeysAsync).Requires(Right.ManageAccounts);
        pages.MapForm("/users/{id:guid}/provider", UnlinkAsync).Requires(Right.ManageAccounts);
    }

    private static async Task<IResult> ListAsync(View view, TableReader reader, ReferenceCache reference, CancellationToken ct)
    {
        var table = AccountTable.Definition;
        var login = table.Columns.Single(c => c.Name == "login");
        var search = view.Http.Request.Query["q"].ToString().Trim();
        var after = view.Http.Request.Query["after"].ToString();
        List<Filter> filters = search.Length > 0 ? [new(login, FilterKind.Contains, [search])] : [];
        if (after.Length > 0)
        {
            filters.Add(new(login, FilterKind.Above, [after]));
        }

        var request = new TableRequest { Filters = filters, Sort = login };
        return PageEndpoints.Page<UsersPage>(
            (nameof(UsersPage.List), await ListPage.ReadAsync(reader, table, request, view.Caller.AsKeeper(), ct)),
            (nameof(UsersPage.Lineage), (await reference.GetAsync(ct)).Lineage),
            (nameof(UsersPage.Search), search));
    }

    private static Task<IResult> NewAsync(View view, IUnitScope scope, ReferenceCache reference, CancellationToken ct) =>
        ShowAsync(StatusCodes.Status200OK, null, new("", "", $"{view.Caller.Unit}", [], false, 0), [], view, scope, reference, ct);

    private static async Task<IResult> CreateAsync(View view, AccountKeeper keeper, IUnitScope scope, ReferenceCache reference, CancellationToken ct)
    {
        var form = UserForm.Of(view.Http.Request.Form);
        var body = new AccountEndpoints.CreateBody(form.Login, form.Label, form.UnitRead, form.RolesRead);
        var answer = await AccountEndpoints.CreateAsync(new(body), view.Http, keeper, scope);
        return answer.ValueOf<AccountEndpoints.NewAccountView>() is { } made ? Secret(view, AdministrationTexts.Created, made.Login, made.Password)
            : answer.Faults() is { } faults ? await ShowAsync(StatusCodes.Status422UnprocessableEntity, null, form, faults, view, scope, reference, ct)
            : answer;
    }

    private static async Task<IResult> OpenAsync(Guid id, View view, AccountStore store, IUnitScope scope, ReferenceCache reference, CancellationToken ct) =>
        await AccountEndpoints.FindAsync(id, view.Http, store) is { } account
            ? await ShowAsync(StatusCodes.Status200OK, id, Of(account), [], view, scope, reference, ct)
            : Problem.NotFound($"{id}");

    private static async Task<IResult> ChangeAsync(
        Guid id, View view, AccountStore store, AccountKeeper keeper, IUnitScope scope, ReferenceCache reference, CancellationToken ct)
    {
        var form = UserForm.Of(view.Http.Request.Form);
        view.Http.ExpectVersion(form.Version);
        var body = new AccountEndpoints.ChangeBody(form.Label, form.UnitRead, form.RolesRead, form.Disabled);
        var answer = await AccountEndpoints.ChangeAsync(id, new(body), view.Http, store, keeper, scope);
        return answer.Faults() is { } faults ? await ShowAsync(StatusCodes.Status422UnprocessableEntity, id, form, faults, view, scope, reference, ct)
            : answer.IsOtherProblem() ? answer
            : PageEndpoints.SeeOther($"/users/{id}?saved");
    }

    private static async Task<IResult> ResetAsync(Guid id, View view, AccountStore store, AccountKeeper keeper)
    {
        var answer = await AccountEndpoints.ResetPasswordAsync(id, view.Http, store, keeper);
        return answer.ValueOf<AccountEndpoints.NewPasswordView>() is { } made
            ? Secret(view, AdministrationTexts.NewPassword, "", made.Password)
            : answer;
    }

    private static async Task<IResult> RemoveFactorAsync(Guid id, View view, AccountStore store, SecondFactorKeeper factors)
    {
        var answer = await SecondFactorEndpoints.RemoveOfAsync(id, view.Http, store, factors);
        return answer.IsOtherProblem() ? answer : PageEndpoints.SeeOther($"/users/{id}?saved");
    }

    private static async Task<IResult> RemovePasskeysAsync(Guid id, View view, AccountStore store, PasskeyKeeper passkeys)
    {
        if (await AccountEndpoints.FindAsync(id, view.Http, store) is not { } account)
        {
            return Problem.NotFound($"{id}");
        }

        await passkeys.RemoveAllAsync(account, Doer.Of(view.Http), view.Http.RequestAborted);
        return PageEndpoints.SeeOther($"/users/{id}?saved");
    }

    private static async Task<IResult> UnlinkAsync(Guid id, View view, AccountStore store, ProviderKeeper provider)
    {
        if (await AccountEndpoints.FindAsync(id, view.Http, store) is not { } account)
        {
            return Problem.NotFound($"{id}");
        }

        await provider.UnlinkAsync(account, sessionToken: null, Doer.Of(view.Http), view.Http.RequestAborted);
        return PageEndpoints.SeeOther($"/users/{id}?saved");
    }

    private static RazorComponentResult<SecretPage> Secret(View view, Text title, string login, string password) => PageEndpoints.Page<SecretPage>(
        (nameof(SecretPage.Title), view.T(title, login)),
        (nameof(SecretPage.Advice), AdministrationTexts.ShownOnce),
        (nameof(SecretPage.Label), AdministrationTexts.NewPassword),
        (nameof(SecretPage.Secret), password),
        (nameof(SecretPage.Back), (view.T(AdministrationTexts.Users), "/users")));

    private static UserForm Of(Account a) => new(a.Login, a.Label, a.Unit ?? "", a.Roles, a.Disabled, a.Version);

    private static async Task<IResult> ShowAsync(
        int status, Guid? id, UserForm form, IReadOnlyList<Refusal> faults, View view, IUnitScope scope, ReferenceCache reference, CancellationToken ct) =>
        PageEndpoints.Page<UserPage>(
            status,
            (nameof(UserPage.Id), id),
            (nameof(UserPage.Form), form),
            (nameof(UserPage.Bindable), await BindableUnits.OfAsync(view.Caller, scope, reference, form.Unit, ct)),
            (nameof(UserPage.SecondFactor), id is { } of && (await view.Http.RequestServices.GetRequiredService<SecondFactorKeeper>().StateAsync(of, ct)).On),
            (nameof(UserPage.Passkeys), id is { } holder ? (await view.Http.RequestServices.GetRequiredService<PasskeyKeeper>().OfAsync(holder, ct)).Count : 0),
            (nameof(UserPage.Linked), id is { } linked && await view.Http.RequestServices.GetRequiredService<ProviderKeeper>().OfAsync(linked, ct) is not null),
            (nameof(UserPage.Saved), view.Http.Request.Query.ContainsKey("saved")),
            (nameof(UserPage.Reasons), faults));
}
