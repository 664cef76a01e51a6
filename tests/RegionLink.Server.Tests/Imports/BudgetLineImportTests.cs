using System.Net;
using RegionLink.Server.Tests.Budgets;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Imports;

public sealed class BudgetLineImportTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Header = "Năm ngân sách;Số hiệu;Nội dung;Thuộc dòng;Nguồn;Nhóm hoạt động;Chuyển đổi số;Căn cứ phân loại;Dự toán được quyết định (triệu đồng)\n";

    private static int _units;

    [Fact]
    public async Task A_file_becomes_lines_with_their_origin_and_cell()
    {
        var api = await ProvinceAsync();
        var answer = await api.SendAsync("budget-lines", Header
            + "2026;CDS-1;Nền tảng số;;Ngân sách nhà nước;;;;12500\n"
            + "2026;CDS-1.1;Trục liên thông;CDS-1;Ngân sách nhà nước;A02;có;Kế hoạch 12/KH-UBND;7.500,5\n");

        answer.Expect(HttpStatusCode.OK, "done");
        Assert.Equal((2, 2), (answer.Count("new"), answer.Count("written")));
        var line = await BudgetApi.OkAsync(api.Reporter.GetAsync($"/api/v1/budget-lines/{Unit}/2026/CDS-1.1"));
        var amount = line.GetProperty("amounts")[0];
        Assert.Equal(7_500_500_000, amount.GetProperty("amount").GetInt64());
        Assert.Equal(("imported", "tệp.csv I3"), (amount.GetProperty("origin").GetString(), amount.GetProperty("source").GetString()));
        Assert.Equal($"{Unit}/2026/CDS-1", line.GetProperty("parent").GetString());
        Assert.False(line.GetProperty("illustrative").GetBoolean());
    }

    [Fact]
    public async Task A_part_may_stand_before_its_whole()
    {
        var api = await ProvinceAsync();
        var answer = await api.SendAsync("budget-lines", Header
            + "2026;B.1.1;Con của con;B.1;state;;;;1\n"
            + "2026;B.1;Con;B;state;;;;2\n"
            + "2026;B;Mẹ;;state;;;;3\n");
        answer.Expect(HttpStatusCode.OK, "done");
        Assert.Equal(3, answer.Count("written"));
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        var api = await ProvinceAsync();
        var file = Header + "2026;CDS-1;Nền tảng số;;state;A02;có;Kế hoạch;12500\n2026;CDS-2;Đào tạo;;state;A07;có;Kế hoạch;300\n";
        (await api.SendAsync("budget-lines", file)).Expect(HttpStatusCode.OK, "done");
        var before = await EventsAsync();

        var again = (await api.SendAsync("budget-lines", file)).Expect(HttpStatusCode.OK, "done");

        Assert.Equal((0, 2, 0), (again.Count("new"), again.Count("unchanged"), again.Count("written")));
        Assert.Equal(before, await EventsAsync());
    }

    [Fact]
    public async Task A_dry_run_shows_what_would_change_and_writes_nothing()
    {
        var api = await ProvinceAsync();
        await api.SendAsync("budget-lines", Header + "2026;CDS-1;Nền tảng số;;state;A02;có;Kế hoạch;12500\n2026;CDS-2;Đào tạo;;state;;;;300\n");
        var edited = await api.EditedAsync("budget-lines", 1, "Căn cứ phân loại", "Nghị quyết 5") + "\r\n;2026;CDS-3;Mới;;;Ngân sách nhà nước;;;;;;;;;;";
        var before = await EventsAsync();

        var answer = (await api.SendAsync("budget-lines", edited, "&dryRun=true")).Expect(HttpStatusCode.OK, "ready");

        Assert.Equal((1, 1, 1, 0), (answer.Count("new"), answer.Count("changed"), answer.Count("unchanged"), answer.Count("written")));
        Assert.Equal(before, await EventsAsync());
        var rows = (await BudgetApi.OkAsync(api.Reporter.GetAsync($"/api/v1/imports/{answer.Id}/rows?change=changed"))).GetProperty("items");
        var change = rows[0].GetProperty("fields")[0];
        Assert.Equal(("ground", "Kế hoạch", "Nghị quyết 5"), (change.GetProperty("column").GetString(), change.GetProperty("before").GetString(), change.GetProperty("after").GetString()));
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task What_is_exported_comes_back_unchanged(string format)
    {
        var api = await ProvinceAsync();
        await api.SendAsync("budget-lines", Header
            + "2026;CDS-1;\"=Nền \"\"tảng\"\"; số\";;state;;;;12500\n2026;CDS-1.1;+Trục;CDS-1;Ngoài ngân sách nhà nước (xã hội hóa);A02;không;Kế hoạch;1.500,25\n");

        var back = (await api.SendAsync("budget-lines", await api.ExportAsync($"budget-lines.{format}"))).Expect(HttpStatusCode.OK, "done");

        Assert.Equal((2, 0), (back.Count("unchanged"), back.Count("faults")));
    }

    [Fact]
    public async Task An_edit_of_an_export_is_written_with_its_reason()
    {
        var api = await ProvinceAsync();
        await api.SendAsync("budget-lines", Header + "2026;CDS-1;Nền tảng số;;state;;;;12500\n");
        var withoutReason = await api.EditedAsync("budget-lines", 1, "Dự toán được quyết định", "13000000000");

        Assert.Equal(["P2 budget.reason-missing"], (await api.SendAsync("budget-lines", withoutReason)).Expect(HttpStatusCode.UnprocessableEntity, "refused").Reasons);

        var rows = await api.RowsAsync("budget-lines");
        var file = $"Năm ngân sách;Số hiệu;Nội dung;Nguồn;Dự toán được quyết định;Lý do điều chỉnh;Phiên bản (không sửa)\n2026;CDS-1;Nền tảng số;state;13000000000;Nghị quyết bổ sung;{rows[1][^1]}\n";
        (await api.SendAsync("budget-lines", file)).Expect(HttpStatusCode.OK, "done");
        var line = await BudgetApi.OkAsync(api.Reporter.GetAsync($"/api/v1/budget-lines/{Unit}/2026/CDS-1"));
        Assert.Equal(13_000_000_000, line.GetProperty("amounts")[0].GetProperty("amount").GetInt64());
    }

    [Fact]
    public async Task Somebody_else_s_newer_edit_is_a_conflict_and_stays()
    {
        var api = await ProvinceAsync();
        await api.SendAsync("budget-lines", Header + "2026;CDS-1;Nền tảng số;;state;;;;12500\n2026;CDS-2;Đào tạo;;state;;;;300\n");
        var mine = await api.EditedAsync("budget-lines", 1, "Dự toán trình", "5000000000");
        await BudgetApi.OkAsync(new BudgetApi(server, Unit).PostLineAsync(2026, "CDS-1", "classify", new { funding = "state", category = "A03", dx = true, ground = "Của người khác" }));

        var refused = (await api.SendAsync("budget-lines", mine)).Expect(HttpStatusCode.UnprocessableEntity, "refused");

        Assert.Equal(["A2 import.conflict"], refused.Reasons);
        Assert.Equal(1, refused.Count("conflict"));
        var line = await BudgetApi.OkAsync(api.Reporter.GetAsync($"/api/v1/budget-lines/{Unit}/2026/CDS-1"));
        Assert.Equal("Của người khác", line.GetProperty("classification").GetProperty("ground").GetString());
        Assert.Equal(1, line.GetProperty("amounts").GetArrayLength());
    }

    [Fact]
    public async Task A_row_that_says_nothing_of_its_version_does_not_overwrite()
    {
        var api = await ProvinceAsync();
        await api.SendAsync("budget-lines", Header + "2026;CDS-1;Nền tảng số;;state;;;;12500\n");
        var answer = await api.SendAsync("budget-lines", Header + "2026;CDS-1;Nền tảng số;;state;A02;có;Khác;12500\n");
        Assert.Equal(["A2 import.version-missing"], answer.Expect(HttpStatusCode.UnprocessableEntity, "refused").Reasons);
    }

    [Fact]
    public async Task Every_fault_is_listed_and_nothing_is_written()
    {
        var api = await ProvinceAsync();
        var before = await EventsAsync();
        var answer = await api.SendAsync("budget-lines", Header
            + "2026;CDS-1;Nền tảng số;;state;;;;12500\n"            // good
            + "2026;CDS 2;Sai số hiệu;;state;;;;1\n"
            + "2026;CDS-3;Sai nguồn;;tư nhân;;;;1\n"
            + "2026;CDS-4;Sai số;;state;;;;một tỷ\n"
            + "2026;CDS-5;Thiếu căn cứ;;state;A02;có;;1\n"          // refused by the rules
            + "2024;CDS-6;Năm chưa mở;;state;;;;1\n"
            + "2026;CDS-7;Cha lạ;XYZ;state;;;;1\n"
            + "2026;CDS-1;Lặp;;state;;;;1\n"
            + "2026;CDS-8;;;state;;;;-1\n");

        answer.Expect(HttpStatusCode.UnprocessableEntity, "refused");
        Assert.Equal(
            [
                "B3 budget.number-invalid", "E4 import.not-in-list", "I5 import.not-a-number", "H6 budget.ground-missing",
                "A7 budget.fiscal-year-not-opened", "D8 budget.parent-unknown", "B9 import.row-repeated", "C10 import.value-missing", "I10 import.number-out-of-range",
            ],
            answer.Reasons);
        Assert.Equal((9, 0), (answer.Count("faults"), answer.Count("written")));
        Assert.Equal(before, await EventsAsync());
        Assert.Single(await api.RowsAsync("budget-lines"));

        var good = (await api.SendAsync("budget-lines", Header + "2026;CDS-1;Nền tảng số;;state;;;;12500\n2026;CDS-3;Sai nguồn;;tư nhân;;;;1\n", "&onlyGoodRows=true")).Expect(HttpStatusCode.OK, "partly");
        Assert.Equal((1, 1), (good.Count("written"), good.Count("faulty")));
        Assert.Equal(2, (await api.RowsAsync("budget-lines")).Count);
    }

    [Fact]
    public async Task Faults_can_be_taken_out_as_a_table()
    {
        var api = await ProvinceAsync();
        var answer = await api.SendAsync("budget-lines", Header + "2026;CDS-1;Nền tảng số;;=cmd;;;;1\n");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/imports/{answer.Id}/faults");
        request.Headers.Accept.ParseAdd("text/csv");
        using var table = await api.Reporter.SendAsync(request);
        var csv = await table.Content.ReadAsStringAsync();
        Assert.Contains(",E2,2,'=cmd,import.not-in-list,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_a_million_times_too_small_asks_and_waits_for_the_answer()
    {
        var api = await ProvinceAsync();
        var usual = string.Concat(Enumerable.Range(1, 6).Select(i => $"2026;OLD-{i};Dòng {i};;state;;;;{i * 700}\n"));
        (await api.SendAsync("budget-lines", Header + usual)).Expect(HttpStatusCode.OK, "done");
        var wrong = Header.Replace("(triệu đồng)", "(đồng)", StringComparison.Ordinal) + "2026;NEW-1;Sai đơn vị;;state;;;;2500\n2026;NEW-2;Sai đơn vị;;state;;;;900\n";

        var asked = (await api.SendAsync("budget-lines", wrong)).Expect(HttpStatusCode.UnprocessableEntity, "asks");

        Assert.Equal(["scale/decided/1000000/down"], asked.Questions);
        Assert.Equal(0, asked.Count("written"));
        var answered = await api.SendAsync("budget-lines", wrong, "&confirm=" + Uri.EscapeDataString("scale/decided/1000000/down=Khoản rất nhỏ, đã kiểm tra"));
        Assert.Equal(2, answered.Expect(HttpStatusCode.OK, "done").Count("written"));
    }

    [Fact]
    public async Task A_line_a_thousand_times_its_own_past_asks_and_keeps_the_answer()
    {
        var api = await ProvinceAsync();
        await api.SendAsync("budget-lines", Header + "2026;CDS-1;Nền tảng số;;state;;;;12500\n");
        var file = "Năm ngân sách;Số hiệu;Nội dung;Nguồn;Dự toán được quyết định;Lý do điều chỉnh;Phiên bản (không sửa)\n2026;CDS-1;Nền tảng số;state;12500000;Điều chỉnh;1\n";

        var asked = (await api.SendAsync("budget-lines", file)).Expect(HttpStatusCode.UnprocessableEntity, "asks");
        Assert.Equal(["scale/decided/1000/down"], asked.Questions);

        (await api.SendAsync("budget-lines", file, "&confirm=" + Uri.EscapeDataString("scale/decided/1000/down=Cắt giảm theo nghị quyết"))).Expect(HttpStatusCode.OK, "done");
        await using var command = server.DataSource.CreateCommand($"select count(*) from event where stream = 'budget-line/{Unit}/2026/CDS-1' and data::text like '%Cắt giảm theo nghị quyết%'");
        Assert.Equal(1L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Rows_of_another_unit_are_refused()
    {
        var api = await ProvinceAsync();
        var answer = await api.SendAsync("budget-lines", "Đơn vị;" + Header + "75@2025-07-01;2026;CDS-1;Nền tảng số;;state;;;;1\n");
        Assert.Equal(["A2 import.other-unit"], answer.Expect(HttpStatusCode.UnprocessableEntity, "refused").Reasons);
    }

    private string Unit { get; set; } = "";

    /// <summary>A province of its own for each test, with the fiscal year 2026 open.</summary>
    private async Task<ImportApi> ProvinceAsync()
    {
        Unit = $"{10 + Interlocked.Increment(ref _units)}@2025-07-01";
        await new BudgetApi(server, Unit).OpenAsync(2026);
        return new ImportApi(server, Unit);
    }

    private async Task<long> EventsAsync()
    {
        await using var command = server.DataSource.CreateCommand($"select count(*) from event where stream like '%{Unit}%'");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
