using RegionLink.Domain.Common;

namespace RegionLink.Server.Identity.Accounts;

/// <summary>One sign-in that was just made, to be printed once.</summary>
public sealed record SampleAccount(string Login, string Password, string Label, UnitKey? Unit, Role Role);

/// <summary>Sign-ins to look around with: two for every current province, one for every role of the region. Never made by <c>serve</c>.</summary>
public sealed class SampleAccounts(AccountKeeper keeper, IUnitScope units)
{
    private static readonly Doer By = Doer.Platform("samples");

    /// <returns>Those that were made now; those that exist already keep their password and are left out.</returns>
    public async Task<IReadOnlyList<SampleAccount>> CreateAsync(CancellationToken ct = default)
    {
        var made = new List<SampleAccount>();
        foreach (var (unit, name) in units.CurrentProvinces())
        {
            await AddAsync($"{unit.Code}-reporter", $"{name}: nhập liệu (mẫu)", unit, Role.Reporter);
            await AddAsync($"{unit.Code}-approver", $"{name}: phê duyệt (mẫu)", unit, Role.Approver);
        }

        await AddAsync("coordinator", "Điều phối vùng (mẫu)", null, Role.Coordinator);
        await AddAsync("supervisor", "Giám sát (mẫu)", null, Role.Supervisor);
        await AddAsync("researcher", "Nghiên cứu (mẫu)", null, Role.Researcher);
        await AddAsync("administrator", "Quản trị vùng (mẫu)", null, Role.Administrator);
        return made;

        async Task AddAsync(string login, string label, UnitKey? unit, Role role)
        {
            if (await keeper.CreateAsync(login, label, unit, [role], mustChangePassword: false, By, ct) is { } account)
            {
                made.Add(new(account.Login, account.Password, label, unit, role));
            }
        }
    }
}
