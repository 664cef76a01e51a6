using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;

namespace RegionLink.Server.Identity.Accounts;

/// <summary>
/// Makes an administrator of the region from the command line: the first one, or another when nobody can sign in any more. Whoever can run
/// it holds the database's password, so it asks for no other right.
/// </summary>
public sealed class FirstAdministrator(AccountKeeper keeper, AccountStore store)
{
    /// <summary>Whether the region has an administrator who is not disabled.</summary>
    public Task<bool> ExistsAsync(CancellationToken ct = default) => store.HasRegionAdministratorAsync(ct);

    /// <returns>The account with the password to print once, or every reason why none was made.</returns>
    public async Task<(NewAccount? Account, IReadOnlyList<Refusal> Refusals)> CreateAsync(string login, CancellationToken ct = default)
    {
        var normal = Login.Normal(login);
        if (AccountRules.LoginFaults(normal).ToList() is { Count: > 0 } faults)
        {
            return (null, faults);
        }

        var account = await keeper.CreateAsync(
            normal, "Quản trị vùng", unit: null, [Role.Administrator], mustChangePassword: true, Doer.Platform("admin-create"), ct);
        return account is null ? (null, [AccountRefusals.LoginTaken.About("login", normal)]) : (account, []);
    }
}
