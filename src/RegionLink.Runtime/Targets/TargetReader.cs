using System.Text.Json;
using Npgsql;
using RegionLink.Domain.Targets;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Runtime.Targets;

/// <summary>Reads targets as the rules know them.</summary>
public sealed class TargetReader(NpgsqlDataSource dataSource)
{
    private const string SelectOne = "select key, state, version from target where key = $1";

    private const string SelectAll = "select key, state, version from target order by key";

    /// <summary>Null when it was never set.</summary>
    public async Task<KnownTarget?> FindAsync(string id, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(SelectOne);
        command.Parameters.Add(new() { Value = id });
        return (await ReadAsync(command, ct)).FirstOrDefault();
    }

    /// <summary>In order of id.</summary>
    public async Task<IReadOnlyList<KnownTarget>> AllAsync(CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(SelectAll);
        return await ReadAsync(command, ct);
    }

    private static async Task<List<KnownTarget>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var targets = new List<KnownTarget>();
        while (await reader.ReadAsync(ct))
        {
            var state = JsonSerializer.Deserialize<Target>(reader.GetFieldValue<byte[]>(1), StoredJson.Options)!;
            targets.Add(new KnownTarget(reader.GetString(0), state, reader.GetInt64(2)));
        }

        return targets;
    }
}

/// <summary>A target and the version of its grain.</summary>
public sealed record KnownTarget(string Id, Target Target, long Version);
