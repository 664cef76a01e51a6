using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Domain.Common;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Tests.Fixtures;

/// <summary>Lets feature tests say who calls without signing in each time; sign-in itself is tested through its own door.</summary>
internal static class TestCallers
{
    public const string Header = "X-Test-Caller";

    public static string Describe(string person, UnitKey? unit, IEnumerable<Role> roles) => $"{person}|{unit}|{string.Join(',', roles)}";

    public static void Use(IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.Request.Headers.TryGetValue(Header, out var value) && value.ToString().Split('|') is [var person, var unit, var roles])
        {
            UnitKey? key = unit.Length > 0 ? UnitKey.Parse(unit) : null;
            var held = roles.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>).ToArray();
            http.SetCaller(new Caller
            {
                Actor = new Actor(ActorKind.User, person),
                Roles = [.. held],
                Unit = key,
                Units = key is { } own ? http.RequestServices.GetRequiredService<IUnitScope>().Of(own) : [],
                Rights = RoleRights.Of(held),
            });
        }

        await next(http);
    });
}
