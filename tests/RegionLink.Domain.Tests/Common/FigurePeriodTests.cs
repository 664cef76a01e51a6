using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
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
    [InlineData("9999", "9999-01-01", "9999-12-31")]
    public void A_period_knows_its_days_and_keeps_its_text(string text, string start, string end)
    {
        var period = FigurePeriod.Parse(text);

        Assert.Equal((Day(start), Day(end), text), (period.Start, period.End, period.ToString()));
    }

    [Theory]
    [InlineData("2022-01/2022-12", "2022")]
    [InlineData("2022-02-01/2022-02-28", "2022-02")]
    public void The_same_days_are_the_same_period_however_written(string text, string shortest) =>
        Assert.Equal((FigurePeriod.Parse(shortest), shortest), (FigurePeriod.Parse(text), FigurePeriod.Parse(text).ToString()));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("22")]
    [InlineData("0000")]
    [InlineData("2022-13")]
    [InlineData("2022-02-30")]
    [InlineData("2024/2019")]
    [InlineData("2019/2024-05")]
    [InlineData("2019/2024/2025")]
    [InlineData("2019/")]
    [InlineData("2022 ")]
    [InlineData("2022\n")]
    [InlineData("٢٠٢٢")]
    public void Anything_else_is_not_a_period(string? text) => Assert.False(FigurePeriod.TryParse(text, out _));

    [Fact]
    public void Any_days_keep_their_text_and_no_others_share_it() => Prop.ForAll(
        Days().Two().Two().ToArbitrary(),
        pairs =>
        {
            var (a, b) = (Of(pairs.Item1), Of(pairs.Item2));
            return FigurePeriod.Parse(a.ToString()) == a && (a.ToString() == b.ToString()) == (a == b) && (a.Covers(b) && b.Covers(a)) == (a == b);
        }).QuickCheckThrowOnFailure();

    /// <summary>Mostly edges of months and years, where the short forms are.</summary>
    private static Gen<DateOnly> Days() =>
        from month in Gen.Choose(0, 36)
        let first = new DateOnly(2023, 1, 1).AddMonths(month)
        from day in Gen.OneOf(Gen.Elements(first, first.AddMonths(1).AddDays(-1)), Gen.Choose(0, 27).Select(first.AddDays))
        select day;

    private static FigurePeriod Of((DateOnly, DateOnly) days) =>
        days.Item1 <= days.Item2 ? new(days.Item1, days.Item2) : new(days.Item2, days.Item1);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
