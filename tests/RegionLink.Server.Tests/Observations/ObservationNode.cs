using System.Security.Cryptography;
using System.Text;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Domain.Units;
using RegionLink.Runtime;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Observations;

namespace RegionLink.Server.Tests.Observations;

/// <summary>One server's way to record observations, with a small vocabulary; two of them over one database are two servers.</summary>
internal sealed class ObservationNode(string connectionString) : IAsyncDisposable
{
    public const string Header = "metric,unit,period,value,unitOfMeasure,base,stage,method,standing,source,sourceUrl,note\n";

    public static readonly ObservationVocabulary Vocabulary = new(
        new MetricCatalogue([
            Metric("population", UnitOfMeasure.Persons, MeasureKind.Latest),
            Metric("dx_share", UnitOfMeasure.Percent, MeasureKind.Ratio),
            Metric("digital_score", UnitOfMeasure.Index0To1, MeasureKind.None) with { Range = new(0, 1) },
            Metric("dti_rank", UnitOfMeasure.Rank, MeasureKind.None),
            Metric("local_budget", UnitOfMeasure.MillionVnd, MeasureKind.Sum) with { Staged = true, Methods = ["b46"] },
        ]),
        new Lineage(
            [
                Unit("VN@origin", UnitKind.Nation, null),
                Unit("southeast@origin", UnitKind.Region, "VN"),
                Unit("79@origin", UnitKind.Municipality, "southeast"),
                Unit("77@origin", UnitKind.Province, "southeast"),
                .. Enumerable.Range(0, 1000).Select(n => Unit($"{10_000 + n}@origin", UnitKind.Ward, n % 2 == 0 ? "79" : "77")),
            ],
            []));

    private int _minute;

    public NpgsqlDataSource DataSource { get; } = RuntimeServices.DataSource(connectionString);

    public ObservationBatches Batches => new(DataSource);

    /// <summary>Records a CSV file; each call happens a minute after the one before.</summary>
    public async Task<BatchAnswer> SendAsync(string rows, string title = "a.csv", CommandId? id = null, bool illustrative = false)
    {
        var file = Encoding.UTF8.GetBytes(Header + rows);
        var (sheet, hash) = await ObservationFiles.ReadCsvAsync(new MemoryStream(file), Vocabulary, TestContext.Current.CancellationToken);
        Assert.Equal(SHA256.HashData(file), hash);
        var batch = new ObservationBatch(title, hash, Origin.Imported, Published: true, illustrative);
        return await Batches.RecordAsync(sheet, batch, Envelope(id), TestContext.Current.CancellationToken);
    }

    public CommandEnvelope Envelope(CommandId? id = null) => new(
        new CommandContext(new Actor(ActorKind.User, "an"), new DateTimeOffset(2026, 11, 2, 8, _minute++, 0, TimeSpan.Zero)), id);

    public async Task<List<string>> RowsAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i =>
                reader.IsDBNull(i) ? "-" : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => DataSource.DisposeAsync();

    private static Metric Metric(string id, UnitOfMeasure unit, MeasureKind kind) =>
        new(id, id, id, unit, kind, null, null, Better.Neutral, null, Staged: false, [], null);

    private static Unit Unit(string key, UnitKind kind, string? parent) => new(UnitKey.Parse(key), null, kind, key, key, parent);
}
