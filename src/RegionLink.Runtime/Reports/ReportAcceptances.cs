using Npgsql;

namespace RegionLink.Runtime.Reports;

/// <summary>Who accepted and who published a report: what stands behind an observation that came from it.</summary>
public sealed class ReportAcceptances(NpgsqlDataSource dataSource)
{
    private const string Select = """
        select a.by, a.at, p.published_by, p.published_at
          from report_publication p
          left join lateral (
            select h.by, h.at
              from report_history h
             where h.report = p.report
               and h.what = 'accepted'
               and h.at <= p.published_at
             order by h.version desc, h.ordinal desc
             limit 1) a on true
         where p.report = $1
           and p.published_at <= $2
         order by p.published_at desc
         limit 1
        """;

    /// <summary>The last publication of a report by then; null when it was never published. Public, as the published figures are.</summary>
    /// <param name="report">Key of the report.</param>
    /// <param name="by">UTC; when the observation was recorded.</param>
    public async Task<ReportAcceptance?> FindAsync(string report, DateTime by, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(Select);
        command.Parameters.Add(new() { Value = report });
        command.Parameters.Add(new() { Value = by });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new(
                reader.IsDBNull(0) ? null : reader.GetString(0),
                reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTime>(1),
                reader.GetString(2),
                reader.GetFieldValue<DateTime>(3))
            : null;
    }
}

/// <summary>Moments are UTC; people are told by kind and identifier, never by name.</summary>
public sealed record ReportAcceptance(string? AcceptedBy, DateTime? AcceptedAt, string PublishedBy, DateTime PublishedAt);
