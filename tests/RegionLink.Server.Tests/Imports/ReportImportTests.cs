using System.Net;
using System.Text;
using System.Text.Json;
using RegionLink.Server.Files;
using RegionLink.Server.Tests.Identity;
using RegionLink.Server.Tests.Reports;
using static RegionLink.Server.Tests.Reports.ReportServer;

namespace RegionLink.Server.Tests.Imports;

/// <summary>A whole report as a file: out with what is held, filled in, and back in.</summary>
public sealed class ReportImportTests(ReportServer server) : IClassFixture<ReportServer>
{
    private const string Header = "Kỳ báo cáo;Mã chỉ tiêu;Giá trị;Đơn vị tính;Lý do không có số liệu;Lý do sửa;Phiên bản (không sửa)\n";

    [Fact]
    public async Task A_report_is_filled_in_from_its_file_and_approved_by_a_second_person()
    {
        var period = await server.OpenAsync();
        var empty = await ExportAsync(period);
        Assert.Equal([OnlineFiles, Sites, Share], Column(empty, "Mã chỉ tiêu"));
        Assert.Equal(["CDS-01", "CDS-01, CDS-02", "CDS-02"], Column(empty, "Biểu mẫu"));

        var file = Filled(empty, "Giá trị", "88,5", "12", "0,97");
        Assert.Equal(("ready", 3, 0), Summary(await SendAsync(file, "&dryRun=true")));
        Assert.All(Column(await ExportAsync(period), "Giá trị"), value => Assert.Equal("", value));
        Assert.Equal(("done", 3, 3), Summary(await SendAsync(file)));
        Assert.Equal(("done", 0, 0), Summary(await SendAsync(Csv(await ExportAsync(period)))));

        var sites = FigureOf(await DetailAsync(server.Reporter, period), Sites).GetProperty("figure");
        Assert.Equal(("imported", 12m), (sites.GetProperty("origin").GetString(), sites.GetProperty("value").GetDecimal()));
        Assert.Matches(@"^báo cáo\.csv [A-Z]+3$", sites.GetProperty("source").GetString());
        await server.ApproveAsync(period);
        await PostAsync(server.Approver, period, "/submission");
    }

    [Fact]
    public async Task The_workbook_that_was_taken_out_comes_back_unchanged()
    {
        var period = await server.OpenAsync();
        await server.FillAsync(period);
        var book = await FileAsync(period, "xlsx");

        Assert.Equal(("done", 0, 0), Summary(await SendAsync(book)));
    }

    [Fact]
    public async Task Every_fault_of_every_row_is_told_and_nothing_given()
    {
        var period = await server.OpenAsync();
        var answer = await SendAsync(Encoding.UTF8.GetBytes(Header
            + $"{period};{OnlineFiles};88;percent;;;\n"
            + $"{period};{Sites};12;percent;;;\n"
            + $"{period};population;5;persons;;;\n"
            + $"{period};{Share};1;percent;Chưa có;;\n"
            + $"khong-co;{Share};1;percent;;;\n"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(
            ["D3 figure.unit-mismatch", "B4 figure.not-asked", "E5 figure.value-and-no-data", "C6 report.period-unknown"],
            answer.Reasons);
        Assert.All(Column(await ExportAsync(period), "Giá trị"), value => Assert.Equal("", value));
    }

    [Fact]
    public async Task A_figure_somebody_else_changed_since_is_a_conflict_and_stays()
    {
        var period = await server.OpenAsync();
        await server.FillAsync(period);
        var old = await ExportAsync(period);
        await OkAsync(server.Reporter.PutAsync(Address(period, "/figures"), Json(new { figures = new[] { Figure(Sites, 14) } })));

        var answer = await SendAsync(Filled(old, "Giá trị", "90", "13", "0,97"), "&onlyGoodRows=true");

        Assert.Equal(("partly", 1), (answer.Outcome, answer.Count("conflict")));
        Assert.Equal(["90", "14", "0,97"], Column(await ExportAsync(period), "Giá trị").Select(v => v.Replace('.', ',')));
    }

    [Fact]
    public async Task A_change_of_what_was_approved_needs_its_reason_in_the_file()
    {
        var period = await server.OpenAsync();
        await server.FillAsync(period);
        await server.ApproveAsync(period);
        var rows = await ExportAsync(period);

        Assert.Equal(["figure.change-needs-reason"], (await SendAsync(Filled(rows, "Giá trị", "88,5", "15", "0,97"))).Reasons.Select(r => r.Split(' ')[^1]));
        var why = Header + $"{period};{Sites};15;sites;;Đếm lại;{Column(rows, "Phiên bản")[1]}\n";
        Assert.Equal(("done", 0, 1), Summary(await SendAsync(Encoding.UTF8.GetBytes(why))));
    }

    [Fact]
    public async Task A_value_a_thousand_times_an_earlier_one_asks_and_the_answer_is_kept()
    {
        var earlier = await server.OpenAsync(server.Today.AddDays(-100));
        await server.SubmitAsync(earlier);
        await PostAsync(server.Coordinator, earlier, "/acceptance");
        var period = await server.OpenAsync();
        var file = Encoding.UTF8.GetBytes(Header + $"{period};{Sites};12000;sites;;;\n");

        Assert.Equal(["scale/value/1000/up"], (await SendAsync(file)).Questions);
        Assert.Equal("done", (await SendAsync(file, $"&confirm={Uri.EscapeDataString("scale/value/1000/up=Gồm cả cấp xã")}")).Outcome);
        var figure = FigureOf(await DetailAsync(server.Reporter, period), Sites).GetProperty("figure");
        Assert.Equal("Gồm cả cấp xã", figure.GetProperty("scaleQuestion").GetProperty("answer").GetString());
    }

    [Fact]
    public async Task Another_province_neither_takes_it_out_nor_puts_anything_in()
    {
        var period = await server.OpenAsync();
        using var export = await server.Neighbour.GetAsync($"/api/v1/exports/report.csv?report={period}&unit={City}");
        Assert.Equal(HttpStatusCode.Forbidden, export.StatusCode);

        var file = Encoding.UTF8.GetBytes(Header.Replace("Kỳ báo cáo", "Đơn vị;Kỳ báo cáo", StringComparison.Ordinal) + $"{City};{period};{Sites};12;sites;;;\n");
        Assert.Equal(["A2 import.other-unit"], (await SendAsync(file, "", server.Neighbour)).Reasons);
        Assert.Equal(["request.parameter-unreadable"], await RefusedAsync(server.Reporter.GetAsync("/api/v1/exports/report.csv"), HttpStatusCode.BadRequest));
    }

    private static (string, int, int) Summary(ImportAnswer answer) => (answer.Outcome, answer.Count("new"), answer.Count("written"));

    private async Task<ImportAnswer> SendAsync(byte[] file, string query = "", HttpClient? who = null)
    {
        using var answer = await (who ?? server.Reporter).PostAsync(
            $"/api/v1/imports?kind=report&fileName={Uri.EscapeDataString("báo cáo.csv")}{query}", new ByteArrayContent(file));
        return new ImportAnswer(answer.StatusCode, await answer.JsonAsync());
    }

    private async Task<byte[]> FileAsync(string period, string format)
    {
        using var answer = await server.Reporter.GetAsync($"/api/v1/exports/report.{format}?report={period}");
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<List<string[]>> ExportAsync(string period)
    {
        var (sheets, fault) = FileReader.Read(new MemoryStream(await FileAsync(period, "csv")), new FileLimits());
        Assert.Null(fault);
        var rows = sheets[0].Rows;
        return [.. rows.Select(row => Enumerable.Range(0, rows[0].Cells.Count).Select(i => row.At(i).Text).ToArray())];
    }

    private static string[] Column(List<string[]> rows, string title) =>
        [.. rows.Skip(1).Select(r => r[Array.FindIndex(rows[0], t => t.StartsWith(title, StringComparison.Ordinal))])];

    private static byte[] Filled(List<string[]> rows, string title, params string[] values)
    {
        var at = Array.FindIndex(rows[0], t => t.StartsWith(title, StringComparison.Ordinal));
        var copy = rows.ConvertAll(r => (string[])r.Clone());
        for (var i = 0; i < values.Length; i++)
        {
            copy[i + 1][at] = values[i];
        }

        return Csv(copy);
    }

    private static byte[] Csv(List<string[]> rows) =>
        Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Select(cells => string.Join(';', cells.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")))));

    private static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
}
