using Npgsql;

namespace RegionLink.Runtime.Identity;

/// <summary>The key ring of cookies and forms. Synchronous, because the framework asks for it so, about once a day.</summary>
public sealed class ProtectionKeyStore(NpgsqlDataSource database)
{
    private const string All = "select xml from protection_key order by name";

    private const string Insert = """
        insert into protection_key (name, xml)
        values ($1, $2)
        on conflict do nothing
        """;

    public IReadOnlyList<string> ReadAll()
    {
        using var command = database.CreateCommand(All);
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    public void Add(string name, string xml)
    {
        using var command = database.CreateCommand(Insert);
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = xml });
        command.ExecuteNonQuery();
    }
}
