using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Observations;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;

namespace RegionLink.Runtime.Observations;

/// <summary>The log side of a batch: its stream, its one event and its row in the list of batches.</summary>
public static class ObservationBatchLog
{
    public const string Name = "observation-batch";

    public static readonly EventCodec<ObservationBatchEvent> Codec =
        new EventCodec<ObservationBatchEvent>().With<ObservationBatchEvent.Recorded>("observation-batch-recorded");

    private const string Upsert = """
        insert into observation_batch
          (id, number, version, file_hash, rows_hash, rows, added, revised, unchanged, origin, published, illustrative, title, recorded_by, recorded_at)
        values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        on conflict (id) do nothing
        """;

    internal static string StreamOf(string id) => $"{Name}/{id}";

    internal static NewEvent Event(string id, ObservationBatchEvent fact, CommandEnvelope envelope)
    {
        var (type, data) = Codec.Write(fact);
        var (by, at) = (envelope.Context.By, envelope.Context.At);
        var command = envelope.Id?.Value ?? Guid.CreateVersion7();
        var hash = HashChain.Next(HashChain.Start, StreamOf(id), 1, type, by.ToString(), at, command, data);
        return new NewEvent(StreamOf(id), 1, type, data, by, at, command, hash);
    }

    internal static NpgsqlBatchCommand Row(string id, ObservationBatchEvent.Recorded fact, Actor by, DateTimeOffset at) => new(Upsert)
    {
        Parameters =
        {
            new() { Value = id },
            new() { Value = fact.Number },
            new() { Value = fact.FileHash },
            new() { Value = fact.RowsHash },
            new() { Value = fact.Rows },
            new() { Value = fact.Added },
            new() { Value = fact.Revised },
            new() { Value = fact.Unchanged },
            new() { Value = Words.Of(fact.Origin) },
            new() { Value = fact.Published },
            new() { Value = fact.Illustrative },
            new() { Value = fact.Title },
            new() { Value = by.ToString() },
            new() { Value = at.UtcDateTime },
        },
    };

    /// <summary>Rebuild refills the list of batches; the fact table is not derived from the log and stays.</summary>
    public static GrainRegistration Registration { get; } = new(Name, ["observation_batch"], Codec, (id, events) => events.Select(e =>
        Codec.Read(e.Type, e.Data) is ObservationBatchEvent.Recorded fact
            ? Row(id, fact, e.By, e.At)
            : throw new NotSupportedException($"Observation batches do not know {e.Type}.")));
}
