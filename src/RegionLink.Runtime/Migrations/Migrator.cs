using System.Security.Cryptography;
using System.Text;
using Npgsql;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.Migrations;

/// <summary>
/// Brings a database to the schema of this program: numbered SQL files, forward only, each in a transaction of its own, under an
/// advisory lock so that servers starting together wait for each other.
/// </summary>
public sealed class Migrator(NpgsqlDataSource dataSource)
{
    private const long Lock = 7_202_026;

    private const string CreateHistory = """
        create table if not exists migration (
          number integer primary key,
          name text not null,
          checksum bytea not null,
          applied_at timestamptz not null default now()
        )
        """;

    /// <summary>Applies what is missing, raises the second wall as far as this login may (<see cref="SecondWall"/>) and returns the names applied, in order.</summary>
    /// <exception cref="InvalidOperationException">The database was migrated by another history: a file was edited, or a newer program ran here.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken ct)
    {
        var files = MigrationFile.All();
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await ExecuteAsync(connection, $"select pg_advisory_lock({Lock})", ct);
        try
        {
            await ExecuteAsync(connection, CreateHistory, ct);
            var done = await ReadHistoryAsync(connection, ct);
            RefuseOtherHistory(files, done);
            var missing = files.Where(f => !done.ContainsKey(f.Number)).ToList();
            foreach (var file in missing)
            {
                await ApplyAsync(connection, file, ct);
            }

            await SecondWall.RaiseAsync(connection, ct);
            return missing.ConvertAll(f => f.Name);
        }
        finally
        {
            await ExecuteAsync(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    private static void RefuseOtherHistory(IReadOnlyList<MigrationFile> files, Dictionary<int, byte[]> done)
    {
        var mistakes = new List<string>();
        foreach (var (number, checksum) in done)
        {
            var file = files.FirstOrDefault(f => f.Number == number);
            if (file is null)
            {
                mistakes.Add($"migration {number:0000} was applied by a newer program");
            }
            else if (!file.Checksum.AsSpan().SequenceEqual(checksum))
            {
                mistakes.Add($"{file.Name} differs from what was applied");
            }
        }

        if (mistakes.Count > 0)
        {
            throw new InvalidOperationException($"This database cannot be migrated by this program: {string.Join("; ", mistakes)}.");
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, MigrationFile file, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, file.Sql, ct);
        await using var record = new NpgsqlCommand("insert into migration (number, name, checksum) values ($1, $2, $3)", connection, transaction)
        {
            Parameters = { new() { Value = file.Number }, new() { Value = file.Name }, new() { Value = file.Checksum } },
        };
        await record.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<Dictionary<int, byte[]>> ReadHistoryAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select number, checksum from migration", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var done = new Dictionary<int, byte[]>();
        while (await reader.ReadAsync(ct))
        {
            done.Add(reader.GetInt32(0), reader.GetFieldValue<byte[]>(1));
        }

        return done;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>One schema change as shipped in this program.</summary>
public sealed record MigrationFile(int Number, string Name, string Sql)
{
    private const string Prefix = "migrations/";

    public byte[] Checksum => SHA256.HashData(Encoding.UTF8.GetBytes(Sql));

    /// <summary>All files, by number.</summary>
    public static IReadOnlyList<MigrationFile> All()
    {
        var assembly = typeof(MigrationFile).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(n)!, Encoding.UTF8);
                var name = n[Prefix.Length..];
                return new MigrationFile(int.Parse(name[..4], System.Globalization.CultureInfo.InvariantCulture), name, reader.ReadToEnd());
            })
            .OrderBy(f => f.Number)];
    }
}
