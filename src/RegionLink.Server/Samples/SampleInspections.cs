using Npgsql;
using RegionLink.Runtime.Embedded;

namespace RegionLink.Server.Samples;

/// <summary>
/// A province's database of project inspections, as a sample system: a database of its own on the private server, read by a role that can
/// do nothing else. Illustrative.
/// </summary>
internal static class SampleInspections
{
    private const string Name = "sample_inspections";

    /// <summary>Makes and fills it, unless that was done before.</summary>
    /// <param name="sqlFile">Tables and rows; may be run again.</param>
    /// <returns>Its address as a system's file gives it, with the role's name; the socket's folder stands in for the host.</returns>
    public static async Task<string> CreateAsync(EmbeddedPostgres server, string sqlFile, CancellationToken ct)
    {
        await server.CreateDatabaseAsync(Name, ct);
        var role = await server.CreateReaderAsync(ct);
        var connection = new NpgsqlConnectionStringBuilder(server.ConnectionString(Name));
        await using var dataSource = NpgsqlDataSource.Create(connection);
        foreach (var sql in new[] { await File.ReadAllTextAsync(sqlFile, ct), GrantsTo(role) })
        {
            await using var command = dataSource.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(ct);
        }

        return $"postgresql://{role}@{Uri.EscapeDataString(connection.Host!)}:{connection.Port}/{Name}";
    }

    private static string GrantsTo(string role) => $"""
        revoke connect on database {Name} from public;
        grant connect on database {Name} to {role};
        grant usage on schema thanh_tra to {role};
        grant select on all tables in schema thanh_tra to {role};
        """;
}
