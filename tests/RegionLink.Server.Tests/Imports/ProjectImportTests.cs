using System.Net;
using RegionLink.Server.Tests.Budgets;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Imports;

public sealed class ProjectImportTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Unit = "75@2025-07-01";
    private const string Header =
        "Mã dự án;Tên dự án;Chủ đầu tư;Ngày đề xuất;Trụ cột;Nhóm hoạt động;Hình thức;Nghị định áp dụng;Nguồn vốn 1: loại;Nguồn vốn 1: tên;Nguồn vốn 1: số tiền (tỷ đồng);Hệ thống kế thừa\n";

    private readonly ImportApi _api = new(server, Unit);

    [Fact]
    public async Task A_file_becomes_proposed_projects()
    {
        var answer = (await _api.SendAsync("projects", Header
            + "da-2025-001;Kho dữ liệu dùng chung;Sở KH&CN;05/08/2025;CHÍNH QUYỀN SỐ;A03;Dự án đầu tư;73/2019;Ngân sách nhà nước;Vốn đầu tư công;8,5;\"LGSP\nKho hồ sơ\"\n")).Expect(HttpStatusCode.OK, "done");

        Assert.Equal(1, answer.Count("written"));
        var project = await BudgetApi.OkAsync(_api.Reporter.GetAsync($"/api/v1/projects/{Unit}/DA-2025-001"));
        Assert.Contains("8500000000", project.ToString(), StringComparison.Ordinal);
        Assert.Contains("Kho hồ sơ", project.ToString(), StringComparison.Ordinal);
        Assert.Contains("2025-08-05", project.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task What_is_exported_comes_back_unchanged_and_an_edit_is_written(string format)
    {
        var number = $"RT-{format.ToUpperInvariant()}";
        await _api.SendAsync("projects", Header + $"{number};Cổng dịch vụ công;Sở KH&CN;05/08/2025;Chính quyền số;A04;Mua sắm;73/2019;Ngân sách nhà nước;Vốn sự nghiệp;2;\n");
        var export = await _api.ExportAsync($"projects.{format}");

        var back = (await _api.SendAsync("projects", export)).Expect(HttpStatusCode.OK, "done");
        Assert.Equal((0, 0, 0), (back.Count("new"), back.Count("changed"), back.Count("faults")));

        var rows = await _api.RowsAsync("projects");
        var edited = await _api.EditedAsync("projects", rows.FindIndex(r => r[1] == number), "Tên dự án", "Cổng dịch vụ công trực tuyến");
        Assert.Equal((1, 1), ((await _api.SendAsync("projects", edited)).Expect(HttpStatusCode.OK, "done") is var done ? (done.Count("changed"), done.Count("written")) : default));
        var project = await BudgetApi.OkAsync(_api.Reporter.GetAsync($"/api/v1/projects/{Unit}/{number}"));
        Assert.Contains("Cổng dịch vụ công trực tuyến", project.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_and_incomplete_sources_of_money_are_named_with_their_cells()
    {
        var answer = (await _api.SendAsync("projects", Header
            + "F-1;Tên;Sở;05/08/2025;Chính quyền số;A04;Mua sắm;224/2026;Ngân sách nhà nước;Vốn;2;\n"
            + "F-2;Tên;Sở;05/08/2025;Chính quyền số;A04;Mua sắm;73/2019;Ngân sách nhà nước;;2;\n"
            + "F_Đ;Tên;Sở;05/08/2025;Chính quyền số;A04;Mua sắm;73/2019;;;;\n")).Expect(HttpStatusCode.UnprocessableEntity, "refused");
        Assert.Equal(["H2 project.regime-not-yet", "J3 import.value-missing", "A4 project.number-invalid"], answer.Reasons);
    }
}
