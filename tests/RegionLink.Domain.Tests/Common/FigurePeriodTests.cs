using System.Globalization;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Tests.Common;

public sealed class FigurePeriodTests
{
    [Theory]
    [InlineData("2022", "2022-01-01", "2022-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2025-07-01", "2025-07-01", "2025-07-01")]
    [InlineData("2019/2024", "2019-01-01", "2024-12-31")]
    [InlineData("2022-10/2023-05", "2022-10-01", "2023-05-31")]
    [InlineData("2026-01-15/2026-02-14", "2026-01-15", "2026-02-14")] // a reporting month need not be a calendar month
    public void A_period_knows_its_first_and_last_day(string text, string start, string end)
    {
        var period = FigurePeriod.Parse(text);

        Assert.Equal((Day(start), Day(end), text), (period.Start, period.End, period.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("22")]
    [InlineData("0000")]
    [InlineData("2022-13")]
    [InlineData("2022-02-30")]
    [InlineData("2022/2022")]
    [InlineData("2024/2019")]
    [InlineData("2019/2024-05")]
    [InlineData("2019/2024/2025")]
    [InlineData("2019/")]
    [InlineData("2022 ")]
    [InlineData("٢٠٢٢")]
    public void Anything_else_is_not_a_period(string? text) => Assert.False(FigurePeriod.TryParse(text, out _));

    [Fact]
    public void Periods_are_ordered_by_their_end_and_the_shorter_first() => Assert.Equal(
        ["2021", "2022-12", "2022", "2019/2022", "2023-01-01"],
        new[] { "2023-01-01", "2019/2022", "2022", "2021", "2022-12" }.Select(FigurePeriod.Parse).Order().Select(p => p.Text));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
