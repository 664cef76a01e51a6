using System.Text.Json;
using Npgsql;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;
using static RegionLink.Runtime.Grains.ProjectionStatement;

namespace RegionLink.Runtime.Reports;

/// <summary>One row per publication: the figures that are owed to the observations.</summary>
internal static class PublicationProjection
{
    private const string AddPublication = """
        insert into report_publication (key, version, illustrative, report, period, unit, figures, published_by, published_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (key) do nothing
        """;

    public static IEnumerable<NpgsqlBatchCommand> Statements(Written<Report, ReportEvent> written) =>
        from e in written.Events
        let published = e.Fact as ReportEvent.Published
        where published is not null
        select Of(
            AddPublication, Text(KeyOf(written.Key, e.Version)), Long(e.Version), Flag(written.State.Illustrative), Text(written.Key),
            Text(written.State.Period), Text(written.State.Unit.ToString()),
            JsonText(JsonSerializer.SerializeToUtf8Bytes(published.Figures, StoredJson.Options)), Text(published.By.ToString()), Instant(e.At));

    private static string KeyOf(string report, long version) => FormattableString.Invariant($"{report}/{version}");
}
