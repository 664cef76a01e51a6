using System.Net;
using System.Net.Http.Headers;
using System.Text;
using RegionLink.Server.Files;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Budgets;
using RegionLink.Server.Tests.Files;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Tests.Identity;

namespace RegionLink.Server.Tests.Imports;

public sealed class ImportEndpointTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Unit = "79@2025-07-01";
    private const string File = "Năm ngân sách;Số hiệu;Nội dung;Nguồn\n2026;F-1;Một;state\n";

    private readonly ImportApi _api = new(server, Unit);

    [Fact]
    public async Task A_form_may_bring_the_file_and_its_name()
    {
        await new BudgetApi(server, Unit).OpenAsync(2026);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(File)), "file", "C:\\Thư mục\\dự toán.csv" } };
        using var answer = await _api.Reporter.PostAsync("/api/v1/imports?kind=budget-lines&dryRun=true", form);
        var import = await answer.JsonAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("dự toán.csv", import.GetProperty("fileName").GetString());
        Assert.Equal($"/api/v1/imports/{import.GetProperty("id").GetString()}", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Damaged_and_foreign_files_are_named_faults()
    {
        var book = await Workbooks.WrittenAsync(("Dòng ngân sách", SheetVisibility.Visible, [["Năm ngân sách", "Số hiệu"], [2026, "A"]]));
        foreach (var (bytes, code) in new (byte[], string)[]
        {
            (book[..(book.Length / 2)], "import.file-corrupt"),
            ([], "import.file-empty"),
            ([0x89, 0x50, 0x4E, 0x47, 0, 1], "import.file-format-unknown"),
            ([.. "a,b\n"u8, 0xFF, 0xFE], "import.file-not-utf8"),
            (Encoding.UTF8.GetBytes("Họ tên,Lương\nA,1\n"), "import.header-not-found"),
            (book, "import.column-missing"),
        })
        {
            var answer = (await _api.SendAsync("budget-lines", bytes)).Expect(HttpStatusCode.UnprocessableEntity, "refused");
            Assert.Contains(answer.Reasons, reason => reason.EndsWith(code, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Wrong_words_in_the_address_are_all_listed()
    {
        using var answer = await _api.Reporter.PostAsync("/api/v1/imports?kind=hồ-sơ&dryRun=maybe&numbers=fr&unit=HCM&color=red&confirm=x", new ByteArrayContent([1]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            ["import.kind-unknown", "request.parameter-unknown", "request.parameter-unreadable", "request.parameter-unreadable", "request.parameter-unreadable", "request.parameter-unreadable"],
            (await answer.CodesAsync()).Order());
    }

    [Fact]
    public async Task The_same_key_answers_the_same_import_and_no_other_file()
    {
        await new BudgetApi(server, Unit).OpenAsync(2026);
        var first = await SendAsync("k-1", "2026;K-1;Một;state\n");
        var again = await SendAsync("k-1", "2026;K-1;Một;state\n");
        Assert.Equal(first.Id, again.Id);
        Assert.Equal(1, again.Count("written"));

        using var other = await PostAsync("k-1", "2026;K-2;Hai;state\n");
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);

        async Task<ImportAnswer> SendAsync(string key, string rows)
        {
            using var answer = await PostAsync(key, rows);
            return new ImportAnswer(answer.StatusCode, await answer.JsonAsync()).Expect(HttpStatusCode.OK, "done");
        }

        Task<HttpResponseMessage> PostAsync(string key, string rows)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports?kind=budget-lines")
            {
                Content = new ByteArrayContent(Encoding.UTF8.GetBytes("Năm ngân sách;Số hiệu;Nội dung;Nguồn\n" + rows)),
                Headers = { { "Idempotency-Key", key } },
            };
            return _api.Reporter.SendAsync(request);
        }
    }

    [Fact]
    public async Task An_import_is_seen_by_its_sender_and_its_unit_only()
    {
        var import = await _api.SendAsync("budget-lines", "Họ tên,Lương\nA,1\n");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server.ClientAs("binh", Unit, Role.Reporter)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(server.ClientAs("chi", "75@2025-07-01", Role.Reporter)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(server.ClientAs("dung", null, Role.Coordinator)));

        async Task<HttpStatusCode> StatusAsync(HttpClient client)
        {
            using var answer = await client.GetAsync($"/api/v1/imports/{import.Id}/faults");
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Who_may_not_write_a_kind_may_not_import_it()
    {
        using var answer = await server.ClientAs(null, Role.Coordinator).PostAsync($"/api/v1/imports?kind=budget-lines&unit={Unit}", new ByteArrayContent(Encoding.UTF8.GetBytes(File)));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using var other = await _api.Reporter.PostAsync("/api/v1/imports?kind=budget-lines&unit=75@2025-07-01", new ByteArrayContent(Encoding.UTF8.GetBytes(File)));
        Assert.Equal(["access.other-province"], await other.CodesAsync());
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_413()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports?kind=budget-lines") { Content = new ByteArrayContent(new byte[51 * 1024 * 1024]) };
        request.Headers.ExpectContinue = true;   // the answer comes before the body is sent
        using var answer = await _api.Reporter.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("csv", "text/csv")]
    public async Task Templates_are_open_to_everybody(string format, string type)
    {
        foreach (var kind in new[] { "projects", "budget-lines" })
        {
            using var answer = await server.Anonymous().GetAsync($"/api/v1/templates/{kind}.{format}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
            var (sheets, fault) = FileReader.Read(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), new FileLimits());
            Assert.Null(fault);
            Assert.Contains("*", sheets[0].Rows[0].Cells[2].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_language_of_a_template_follows_the_reader()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/templates/budget-lines.csv");
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        using var answer = await server.Anonymous().SendAsync(request);
        Assert.StartsWith("Unit,Fiscal year *,Number *", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var asked = await server.Anonymous().GetAsync("/api/v1/templates/budget-lines.csv?lang=vi&delimiter=semicolon");
        Assert.StartsWith("Đơn vị;Năm ngân sách *;Số hiệu *", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_template_of_an_unknown_kind()
    {
        using var answer = await server.Anonymous().GetAsync("/api/v1/templates/secrets.xlsx");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using var format = await server.Anonymous().GetAsync("/api/v1/templates/projects.pdf");
        Assert.Equal(HttpStatusCode.BadRequest, format.StatusCode);
    }
}
