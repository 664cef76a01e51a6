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
        var provinces = units.CurrentProvinces().SelectMany(province => new[]
        {
            AddAsync($"{province.Unit.Code}-reporter", $"{province.Name}: nhập liệu (mẫu)", province.Unit, Role.Reporter),
            AddAsync($"{province.Unit.Code}-approver", $"{province.Name}: phê duyệt (mẫu)", province.Unit, Role.Approver),
        });

        var made = await Task.WhenAll([
            .. provinces,
            AddAsync("coordinator", "Điều phối vùng (mẫu)", null, Role.Coordinator),
            AddAsync("supervisor", "Giám sát (mẫu)", null, Role.Supervisor),
            AddAsync("researcher", "Nghiên cứu (mẫu)", null, Role.Researcher),
            AddAsync("administrator", "Quản trị vùng (mẫu)", null, Role.Administrator),
        ]);
        return [.. made.OfType<SampleAccount>()];

        async Task<SampleAccount?> AddAsync(string login, string label, UnitKey? unit, Role role) =>
            await keeper.CreateSampleAsync(login, label, unit, role, By, ct) is { } account
                ? new(account.Login, account.Password, label, unit, role)
                : null;
    }
}
