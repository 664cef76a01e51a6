using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Imports;
using RegionLink.Runtime.Imports.Kinds;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Files;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Tests.Observations;

namespace RegionLink.Server.Tests.Imports;

public sealed class ObservationImportTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Header = "Chỉ tiêu;Đơn vị;Kỳ số liệu;Giá trị;Đơn vị tính;Nguồn;Phiên bản (không sửa)\n";

    private ObservationNode _node = null!;
    private ObservationImport _kind = null!;
    private FileImports _imports = null!;

    public async ValueTask InitializeAsync()
    {
        _node = new ObservationNode(await postgres.CloneAsync());
        _kind = new ObservationImport(_ => ValueTask.FromResult(ObservationNode.Vocabulary), _node.Batches, _node.DataSource, new(_node.DataSource, new(_node.DataSource)));
        _imports = new FileImports([_kind], new ImportStore(_node.DataSource), NullLogger<FileImports>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _imports.DisposeAsync();
        await _node.DisposeAsync();
    }

    [Fact]
    public async Task Values_are_recorded_once_and_revised_from_an_export()
    {
        var file = Header + "population;79@origin;2022;9.389.717;persons;Niên giám;\ndx_share;79@origin;2022;0,97%;percent;Báo cáo;\n";
        Assert.Equal((ImportStatus.Done, 2, 2), Summary(await TakeAsync(file)));
        Assert.Equal((ImportStatus.Done, 0, 0), Summary(await TakeAsync(file)));

        Assert.Equal((ImportStatus.Done, 0, 1), Summary(await TakeAsync(Header + "population;79@origin;2022;9389720;persons;Niên giám;1\n")));
        var held = await ExportAsync();
        Assert.Equal((9_389_720m, 2L), held["population"]);
        Assert.Equal((0.97m, 1L), held["dx_share"]);
    }

    [Fact]
    public async Task A_newer_revision_is_a_conflict_and_stays()
    {
        await TakeAsync(Header + "population;79@origin;2022;100000;persons;A;\n");
        await TakeAsync(Header + "population;79@origin;2022;100001;persons;A;1\n");
        var late = await TakeAsync(Header + "population;79@origin;2022;100002;persons;A;1\n");
        Assert.Equal((ImportStatus.Refused, 1), (late.Status, late.Counts.Conflict));
        Assert.Equal((100_001m, 2L), (await ExportAsync())["population"]);
    }

    [Fact]
    public async Task Faults_of_values_are_named_with_their_cells()
    {
        var report = await TakeAsync(Header
            + "population;79@origin;quý 1;5;persons;A;\n"
            + "không có;79@origin;2022;5;persons;A;\n"
            + "population;99@origin;2022;5;persons;A;\n"
            + "population;79@origin;2022;5%;persons;A;\n"
            + "dti_rank;79@origin;2022;5;rank;A;\n");
        var faults = await _imports.FirstFaultsAsync(report.Id, 100, TestContext.Current.CancellationToken);
        Assert.Equal(
            ["C2 observation.period-unreadable", "A3 observation.metric-unknown", "B4 observation.unit-unknown", "D5 import.percent-not-expected", "A6 observation.base-missing"],
            faults.Select(fault => $"{fault.Cell} {fault.Code}"));
    }

    [Fact]
    public async Task A_value_a_thousand_times_the_year_before_asks()
    {
        await TakeAsync(Header + "population;79@origin;2021;9100000;persons;A;\n");
        var asked = await TakeAsync(Header + "population;79@origin;2022;9389;persons;A;\n");
        Assert.Equal((ImportStatus.Asks, "scale/value/1000/down"), (asked.Status, Assert.Single(asked.Questions).Id));
    }

    private static (ImportStatus, int, int) Summary(ImportReport report) => (report.Status, report.Counts.New, report.Counts.Written);

    private async Task<ImportReport> TakeAsync(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var context = new CommandContext(new Actor(ActorKind.User, "an"), new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));
        var scope = new ImportScope(null, _ => true, context, "số liệu.csv", SHA256.HashData(bytes), new Dictionary<string, string>());
        var request = new ImportRequest("observations", scope, bytes.Length, null, false, false, () => FileReader.Read(new MemoryStream(bytes), new FileLimits()));
        var (id, end) = await _imports.BeginAsync(request, null, null, TestContext.Current.CancellationToken);
        await end;
        return (await _imports.ReadAsync(id, TestContext.Current.CancellationToken))!;
    }

    private async Task<Dictionary<string, (decimal, long)>> ExportAsync()
    {
        var held = new Dictionary<string, (decimal, long)>();
        await foreach (var row in _kind.ExportAsync(new ExportScope(UnitKey.Parse("79@origin"), 2022, null, TableViewer.Of(UnitKey.Parse("79@origin"))), TestContext.Current.CancellationToken))
        {
            held[(string)row["metric"]!] = ((decimal)row["value"]!, (long)row["rowVersion"]!);
        }

        return held;
    }
}
