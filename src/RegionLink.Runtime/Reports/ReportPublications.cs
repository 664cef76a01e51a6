using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Observations;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Runtime.Reports;

/// <summary>
/// Makes observations of what reports published: one batch per report and origin, with the publisher and the time of publication. The
/// command id follows from the publication, so doing it again, here or on another server, changes nothing.
/// </summary>
public sealed class ReportPublications(
    NpgsqlDataSource dataSource, ObservationBatches batches, ReferenceCache reference, ILogger<ReportPublications> logger)
{
    private const string SelectPending = """
        select p.key, p.report, p.unit, d.about, p.figures::text, p.published_by, p.published_at
          from report_publication p
          join period d on d.key = p.period
         where not p.illustrative
           and ($1::text is null or p.report = $1)
           and not exists (select from report_publication_recorded r where r.key = p.key)
         order by p.published_at, p.key
         limit 100
        """;

    private const string MarkRecorded = "insert into report_publication_recorded (key) values ($1) on conflict (key) do nothing";

    /// <summary>Records what is published and not recorded yet; returns how many publications were.</summary>
    /// <param name="report">Key of the report; null for all.</param>
    public async Task<int> RecordAsync(string? report, CancellationToken ct)
    {
        var recorded = 0;
        foreach (var publication in await PendingAsync(report, ct))
        {
            if (await RecordAsync(publication, ct))
            {
                await using var mark = dataSource.CreateCommand(MarkRecorded);
                mark.Parameters.Add(new() { Value = publication.Key });
                await mark.ExecuteNonQueryAsync(ct);
                recorded++;
            }
        }

        return recorded;
    }

    private async Task<bool> RecordAsync(Publication publication, CancellationToken ct)
    {
        var known = await reference.GetAsync(ct);
        var vocabulary = new ObservationVocabulary(known.Metrics, known.Lineage);
        foreach (var group in publication.Figures.GroupBy(f => f.Origin).OrderBy(g => g.Key))
        {
            var sheet = ObservationEntry.Read(group.Select(f => Entry(publication, f)), vocabulary);
            var batch = new ObservationBatch(ObservationBatch.TitleOfReport(publication.Report), FileHash: null, group.Key, Published: true, Illustrative: false);
            var answer = await batches.RecordAsync(sheet, batch, Envelope(publication, group.Key), ct);
            if (answer is not (BatchAnswer.Recorded or BatchAnswer.NothingNew))
            {
                // Stays pending and is tried again: the catalogue or the list of units changed under a published figure.
                logger.LogError("Publication {Key} cannot be recorded as observations: {Answer}.", publication.Key, answer);
                return false;
            }
        }

        return true;
    }

    private static ObservationEntry Entry(Publication publication, PublishedFigure figure) => new(
        figure.Metric,
        publication.Unit,
        publication.About,
        figure.Value.ToString(CultureInfo.InvariantCulture),
        figure.UnitOfMeasure,
        ObservationBatch.TitleOfReport(publication.Report),
        Note: figure.Source);

    private static CommandEnvelope Envelope(Publication publication, Origin origin)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"report-publication\n{publication.Key}\n{origin}"));
        var id = new CommandId(new Guid(hash.AsSpan(0, 16), bigEndian: true), hash);
        return new CommandEnvelope(new CommandContext(publication.By, publication.At), id);
    }

    private async Task<List<Publication>> PendingAsync(string? report, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(SelectPending);
        command.Parameters.Add(new() { Value = (object?)report ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var pending = new List<Publication>();
        while (await reader.ReadAsync(ct))
        {
            pending.Add(new Publication(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
                JsonSerializer.Deserialize<ImmutableArray<PublishedFigure>>(reader.GetString(4), StoredJson.Options),
                Actor.Parse(reader.GetString(5)), reader.GetFieldValue<DateTimeOffset>(6)));
        }

        return pending;
    }

    private sealed record Publication(
        string Key, string Report, string Unit, string About, ImmutableArray<PublishedFigure> Figures, Actor By, DateTimeOffset At);
}
