using RegionLink.Domain.Imports;

namespace RegionLink.Domain.Tests.Imports;

public sealed class DateColumnTests
{
    private static readonly DateOnly ThirdOfApril = new(2026, 4, 3);

    [Theory]
    [InlineData("2026-04-03")]
    [InlineData(" 2026-4-3 ")]
    public void An_iso_date_is_always_clear(string text) => Assert.Equal(ThirdOfApril, Read(text, false).Day);

    [Theory]
    [InlineData("03/04/2026")]
    [InlineData("3-4-2026")]
    [InlineData("03.04.2026")]
    public void The_template_says_that_the_day_comes_first(string text) => Assert.Equal(ThirdOfApril, Read(text, true).Day);

    [Fact]
    public void Without_a_template_an_unclear_date_is_refused() => Assert.Equal("import.date-ambiguous", Read("03/04/2026", false).Fault?.Code);

    [Fact]
    public void Another_date_of_the_column_may_tell() => Assert.Equal(ThirdOfApril, Read("03/04/2026", false, "25/04/2026").Day);

    [Fact]
    public void A_column_that_holds_month_first_dates_tells_nothing()
    {
        Assert.Equal("import.date-ambiguous", Read("03/04/2026", true, "04/25/2026").Fault?.Code);
        Assert.Equal("import.date-month-first", Read("04/25/2026", true).Fault?.Code);
    }

    [Theory]
    [InlineData("25/04/2026", 25)]
    [InlineData("04/04/2026", 4)]
    public void A_date_that_can_be_only_one_day_is_read(string text, int day) => Assert.Equal(new DateOnly(2026, 4, day), Read(text, false).Day);

    [Theory]
    [InlineData("31/02/2026", "import.not-a-date")]
    [InlineData("2026-02-30", "import.not-a-date")]
    [InlineData("hôm nay", "import.not-a-date")]
    [InlineData("46115", "import.not-a-date")]
    [InlineData("03/04/26", "import.date-short-year")]
    public void Anything_else_is_refused(string text, string code) => Assert.Equal(code, Read(text, true).Fault?.Code);

    private static DateReading Read(string text, bool dayFirst, params string[] others) => new DateColumn([text, .. others], dayFirst).Read(text);
}
