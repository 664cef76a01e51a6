using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.CommandLine;

/// <summary>Files in and out at the terminal.</summary>
public sealed class FileCommandTests(PostgresFixture postgres) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("regionlink-files-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_goes_in_comes_out_and_goes_in_again_unchanged()
    {
        var database = await postgres.CloneAsync();
        var file = Write("dự án.csv", "Mã dự án;Tên dự án;Chủ đầu tư;Ngày đề xuất;Trụ cột;Nhóm hoạt động;Hình thức;Nghị định áp dụng\n"
            + "CL-1;Kho dữ liệu;Sở KH&CN;05/08/2025;Chính quyền số;A03;Mua sắm;73/2019\n");

        await using var import = RegionLinkProcess.Start(database, ["import", file, "--kind", "projects", "--unit", "79@2025-07-01"]);
        Assert.Equal(0, await import.EndAsync());
        Assert.Contains("1 rows: 1 new, 0 changed, 0 unchanged, 0 in conflict, 0 with faults; 1 written.", import.Output, StringComparison.Ordinal);

        var taken = Path.Combine(_folder.FullName, "ra.xlsx");
        await using var export = RegionLinkProcess.Start(database, ["export", "projects", taken, "--unit", "79@2025-07-01"]);
        Assert.Equal(0, await export.EndAsync());

        await using var again = RegionLinkProcess.Start(database, ["import", taken, "--kind", "projects"]);
        Assert.Equal(0, await again.EndAsync());
        Assert.Contains("1 rows: 0 new, 0 changed, 1 unchanged", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_is_shown_with_its_cell_and_nothing_is_written()
    {
        var database = await postgres.CloneAsync();
        var file = Write("sai.csv", "Mã dự án;Tên dự án;Chủ đầu tư;Ngày đề xuất;Trụ cột;Nhóm hoạt động;Hình thức;Nghị định áp dụng\n"
            + "CL-1;;Sở;31/02/2025;Chính quyền số;A03;Mua sắm;73/2019\n");

        await using var import = RegionLinkProcess.Start(database, ["import", file, "--kind", "projects", "--unit", "79@2025-07-01"]);

        Assert.Equal(1, await import.EndAsync());
        Assert.Contains("B2: Thiếu 'Tên dự án'.", import.Errors, StringComparison.Ordinal);
        Assert.Contains("D2 '31/02/2025': Ô này phải là ngày.", import.Errors, StringComparison.Ordinal);
        Assert.Contains("0 written.", import.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kind_nobody_knows_is_named()
    {
        var database = await postgres.CloneAsync();
        await using var template = RegionLinkProcess.Start(database, ["template", "hồ-sơ", Path.Combine(_folder.FullName, "x.xlsx")]);
        Assert.Equal(1, await template.EndAsync());
        Assert.Contains("budget-lines, observations, projects", template.Errors, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
