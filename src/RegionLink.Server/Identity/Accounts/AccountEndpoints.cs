using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Http;

namespace RegionLink.Server.Identity.Accounts;

/// <summary>Accounts, kept by the administrators of a unit (for their unit) and of the region (for all).</summary>
public static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/accounts", ListAsync).Requires(Right.ManageAccounts).WithMetadata(AccountTable.Definition);
        routes.MapPost("/accounts", CreateAsync).Requires(Right.ManageAccounts).Produces<NewAccountView>(StatusCodes.Status201Created);
        routes.MapGet("/accounts/{id:guid}", ReadAsync).Requires(Right.ManageAccounts).Produces<AccountView>();
        routes.MapPut("/accounts/{id:guid}", ChangeAsync).Requires(Right.ManageAccounts).Produces<AccountView>();
        routes.MapPost("/accounts/{id:guid}/password", ResetPasswordAsync).Requires(Right.ManageAccounts).Produces<NewPasswordView>();
    }

    /// <param name="Login">3–64 of small unaccented letters, digits and <c>. _ @ -</c>.</param>
    /// <param name="Label">How the account is shown: better a function than a person's name.</param>
    /// <param name="Unit">The unit it acts for; null, spelt out, for the region.</param>
    public sealed record CreateBody(string Login, string Label, UnitKey? Unit, IReadOnlyList<Role> Roles);

    public sealed record ChangeBody(string Label, UnitKey? Unit, IReadOnlyList<Role> Roles, bool Disabled);

    public sealed record AccountView(
        Guid Id,
        string Login,
        string Label,
        string? Unit,
        IReadOnlyList<string> Roles,
        bool Disabled,
        bool MustChangePassword,
        DateTimeOffset? LockedUntil,
        DateTimeOffset CreatedAt,
        DateTimeOffset UpdatedAt,
        long Version)
    {
        internal static AccountView Of(Account a) => new(
            a.Id, a.Login, a.Label, a.Unit, a.Roles, a.Disabled, a.MustChangePassword, a.LockedUntil, a.CreatedAt, a.UpdatedAt, a.Version);
    }

    /// <param name="Password">Shown this once; its holder must change it.</param>
    public sealed record NewAccountView(Guid Id, string Login, string Password);

    /// <param name="Password">Shown this once; its holder must change it.</param>
    public sealed record NewPasswordView(string Password);

    /// <summary>The accounts the caller keeps.</summary>
    public static Task<IResult> ListAsync(HttpContext http, TableReader reader, CancellationToken ct) =>
        TableEndpoints.AnswerAsync(http, AccountTable.Definition, http.Caller().AsKeeper(), reader, ct);

    /// <summary>One account.</summary>
    public static async Task<IResult> ReadAsync(Guid id, HttpContext http, AccountStore store) =>
        await FindAsync(id, http, store) is { } account
            ? Results.Ok(AccountView.Of(account)).WithVersion(account.Version)
            : Problem.NotFound($"{id}");

    /// <summary>Makes an account with a random password, which the answer shows once.</summary>
    public static async Task<IResult> CreateAsync(Body<CreateBody> body, HttpContext http, AccountKeeper keeper, IUnitScope units)
    {
        var (typed, label, unit, roles) = body.Value;
        if (http.Caller().RefuseBinding(unit) is { } forbidden)
        {
            return forbidden;
        }

        var login = Login.Normal(typed);
        if (AccountRules.LoginFaults(login).Concat(AccountRules.Faults(label, unit, roles, units)).ToList() is { Count: > 0 } faults)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, faults);
        }

        return await keeper.CreateAsync(login, label, unit, roles, mustChangePassword: true, Doer.Of(http), http.RequestAborted) is { } made
            ? Results.Created($"/api/v1/accounts/{made.Id}", new NewAccountView(made.Id, made.Login, made.Password))
            : Problem.Of(StatusCodes.Status422UnprocessableEntity, AccountRefusals.LoginTaken.About("login", login));
    }

    /// <summary>Changes label, unit, roles or disables the account; ends its sessions. Send If-Match so that nobody's change is overwritten.</summary>
    public static async Task<IResult> ChangeAsync(Guid id, Body<ChangeBody> body, HttpContext http, AccountStore store, AccountKeeper keeper, IUnitScope units)
    {
        if (await FindAsync(id, http, store) is not { } account)
        {
            return Problem.NotFound($"{id}");
        }

        var (label, unit, roles, disabled) = body.Value;
        if (http.Caller().RefuseBinding(unit) is { } forbidden)
        {
            return forbidden;
        }

        var settings = new AccountSettings(label.Trim(), unit?.ToString(), [.. roles.Distinct().Order().Select(role => role.Name())], disabled);
        var faults = AccountRules.Faults(label, unit, roles, units).ToList();
        var isOwn = http.Caller().Actor == new Actor(ActorKind.User, $"{id:D}");
        if (isOwn && (disabled || settings.Unit != account.Unit || !settings.Roles.ToHashSet().SetEquals(account.Roles)))
        {
            faults.Add(AccountRefusals.OwnAccount.With());
        }

        if (faults.Count > 0)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, faults);
        }

        var expected = http.Envelope().ExpectedVersion ?? account.Version;
        var changed = await keeper.ChangeAsync(account, expected, settings, Doer.Of(http), http.RequestAborted);
        var now = await store.FindAsync(id, http.RequestAborted) ?? account;
        return changed
            ? Results.Ok(AccountView.Of(now)).WithVersion(now.Version)
            : Problem.Of(StatusCodes.Status412PreconditionFailed, RequestRefusals.Stale.With(now.Version));
    }

    /// <summary>Gives the account a new random password, which the answer shows once; unlocks it and ends its sessions.</summary>
    public static async Task<IResult> ResetPasswordAsync(Guid id, HttpContext http, AccountStore store, AccountKeeper keeper) =>
        await FindAsync(id, http, store) is { } account
            ? Results.Ok(new NewPasswordView(await keeper.ResetPasswordAsync(account, Doer.Of(http), http.RequestAborted)))
            : Problem.NotFound($"{id}");

    /// <summary>The account when the caller keeps it; null for another unit's, as if it did not exist.</summary>
    public static async Task<Account?> FindAsync(Guid id, HttpContext http, AccountStore store) =>
        await store.FindAsync(id, http.RequestAborted) is { } account && http.Caller().Keeps(account.Unit) ? account : null;
}
