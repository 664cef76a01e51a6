using RegionLink.Server.CommandLine;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.CommandLine;

/// <summary>The region's standing as the terminal prints it.</summary>
public sealed class ScoreboardTableTests(PublishedServer published) : IClassFixture<PublishedServer>
{
    [Fact]
    public async Task Every_reason_of_a_row_without_a_value_stands_below_the_table()
    {
        await using var output = new StringWriter();
        await ScoreboardTable.ShowAsync(
            Terminal.Into(output), published.Server.Services, 2022, new DateOnly(2022, 12, 31), TestContext.Current.CancellationToken);
        var printed = output.ToString();
        var below = printed.IndexOf("\n[1] ", StringComparison.Ordinal);
        var (table, notes) = (printed[..below], printed[below..]);

        Assert.Contains("0,97 %", table, StringComparison.Ordinal);
        Assert.Contains("[1]", table, StringComparison.Ordinal);
        Assert.Equal(12, notes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);   // of the region, which is that of its six provinces: each once
        Assert.Contains("Chưa có tổng chi ngân sách địa phương của Tỉnh Bình Phước", notes, StringComparison.Ordinal);
        Assert.Contains("Tỉnh Bình Phước chưa có dòng ngân sách nào có số tiền", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("(+", printed, StringComparison.Ordinal);
    }
}
