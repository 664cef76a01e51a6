using System.Data;
using Npgsql;

namespace RegionLink.Runtime.EventLog;

/// <summary>Recomputes the hash chain of every stream from the rows alone and names the first altered row of each broken stream.</summary>
public sealed class LogVerifier(NpgsqlDataSource dataSource)
{
    private const string SelectAll = """
        select xid, position, stream, version, type, data, actor, at, command_id, hash
          from event
         order by stream, version
        """;

    public async Task<Verification> VerifyAsync(CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(SelectAll, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, ct);

        var faults = new List<ChainFault>();
        string? stream = null, brokenStream = null;
        var (version, hash, events, streams) = (0L, HashChain.Start, 0L, 0L);
        while (await reader.ReadAsync(ct))
        {
            var e = LogReader.Row(reader);
            if (e.Stream != stream)
            {
                (stream, version, hash) = (e.Stream, 0, HashChain.Start);
                streams++;
            }

            events++;
            if (stream == brokenStream)
            {
                continue;
            }

            var expected = HashChain.Next(hash, e.Stream, version + 1, e.Type, reader.GetString(6), e.At, e.CommandId, e.Data);
            if (e.Version != version + 1 || !expected.AsSpan().SequenceEqual(e.Hash))
            {
                faults.Add(new(e.Stream, e.Version, e.Version != version + 1 ? $"version {version + 1} is missing" : "its content does not match its hash"));
                brokenStream = stream;
            }

            (version, hash) = (e.Version, e.Hash);
        }

        return new(events, streams, faults);
    }
}

/// <summary>What a verification read and found.</summary>
/// <param name="Faults">One per broken stream, at its first altered row; empty when the log is whole.</param>
public sealed record Verification(long Events, long Streams, IReadOnlyList<ChainFault> Faults);

/// <summary>The first row of a stream that does not follow from its predecessor.</summary>
public sealed record ChainFault(string Stream, long Version, string What);
