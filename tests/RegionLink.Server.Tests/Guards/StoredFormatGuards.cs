using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Runtime.Grains;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Guards;

/// <summary>
/// The names and fields in the log of every installation. When this fails because something was added, review the addition;
/// when something vanished or was renamed, take it back: old logs hold it.
/// </summary>
public sealed class StoredFormatGuards(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Stored_events_are_those_of_the_reviewed_ledger()
    {
        var actual = new StringBuilder();
        foreach (var grain in server.Services.GetServices<GrainRegistration>().OrderBy(g => g.Name, StringComparer.Ordinal))
        {
            foreach (var (name, type) in grain.Names.Names.OrderBy(n => n.Key, StringComparer.Ordinal))
            {
                var fields = type.GetProperties().Where(p => p.Name != "EqualityContract").Select(p => $"{p.Name}:{TypeName(p.PropertyType)}");
                actual.Append(grain.Name).Append('/').Append(name).Append(": ").AppendJoin(", ", fields).Append('\n');
            }
        }

        await ReviewedFile.MatchesAsync("tests/RegionLink.Server.Tests/Guards/stored-events.txt", actual.ToString());
    }

    private static string TypeName(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return TypeName(inner) + "?";
        }

        return type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(",", type.GetGenericArguments().Select(TypeName))}>"
            : type.Name;
    }
}
