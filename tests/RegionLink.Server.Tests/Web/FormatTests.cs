using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Server.Web;

namespace RegionLink.Server.Tests.Web;

/// <summary>Numbers, money and days as their readers write them.</summary>
public sealed class FormatTests
{
    private static readonly Formats Vi = new(Language.Vietnamese);
    private static readonly Formats En = new(Language.English);

    [Fact]
    public void Numbers_are_grouped_and_pointed_by_language()
    {
        Assert.Equal("1.234,5", Vi.Number(1234.5m));
        Assert.Equal("1,234.5", En.Number(1234.5m));
        Assert.Equal("−0,17", Vi.Signed(-0.17m));
        Assert.Equal("+0.08", En.Signed(0.08m));
    }

    [Fact]
    public void A_share_just_below_one_percent_never_reads_as_one_percent()
    {
        Assert.Equal("0,99%", Vi.Percent(0.9999m));
        Assert.Equal("1%", Vi.Percent(1m));
    }

    [Fact]
    public void What_is_not_zero_never_reads_as_zero() => Assert.Equal("−0,0001", Vi.Signed(-0.0001m));

    [Fact]
    public void Money_is_said_in_billions_and_counted_to_the_dong()
    {
        Assert.Equal("1.234 tỷ đồng", Vi.Money(new Money(1_234_567_890_123)));
        Assert.Equal("12,3 tỷ đồng", Vi.Money(12_345_678_901m));
        Assert.Equal("12.3 billion VND", En.Money(12_345_678_901m));
        Assert.Equal("2,5 triệu đồng", Vi.Money(2_500_000m));
        Assert.Equal("12.345.678.901 đồng", Vi.WholeMoney(12_345_678_901m));
        Assert.Equal("999 đồng", Vi.Money(999m));
    }

    [Fact]
    public void Whoever_approves_sees_every_digit()
    {
        Assert.Equal("1.234.567.890.123 đồng", Vi.Exact(1_234_567_890_123, UnitOfMeasure.Vnd));
        Assert.Equal("80.123456%", En.Exact(80.123456m, UnitOfMeasure.Percent));
        Assert.Equal("0,7123456", Vi.Exact(0.7123456m, UnitOfMeasure.Index0To1));
    }

    [Fact]
    public void A_share_moves_by_points_and_a_count_by_percent()
    {
        Assert.Equal("+3 điểm %", Vi.Change(75, 72, UnitOfMeasure.Percent));
        Assert.Equal("+0.5 points", En.Change(0.5m, 0, UnitOfMeasure.Percent));
        Assert.Equal("−50%", Vi.Change(100, 200, UnitOfMeasure.Services));
        Assert.Equal("–", Vi.Change(100, 0, UnitOfMeasure.Services));
        Assert.Equal("–", Vi.Change(null, 72, UnitOfMeasure.Percent));
    }

    [Fact]
    public void Days_and_moments_are_those_of_Vietnam()
    {
        Assert.Equal("05/11/2026", Vi.Date(new DateOnly(2026, 11, 5)));
        Assert.Equal("5 Nov 2026", En.Date(new DateOnly(2026, 11, 5)));
        Assert.Equal("00:30 06/11/2026", Vi.Moment(new DateTimeOffset(2026, 11, 5, 17, 30, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Periods_read_as_people_say_them()
    {
        Assert.Equal("2022", Vi.Period(FigurePeriod.Parse("2022")));
        Assert.Equal("10/2022", Vi.Period(FigurePeriod.Parse("2022-10")));
        Assert.Equal("15/12/2021–14/12/2022", Vi.Period(FigurePeriod.Parse("2021-12-15/2022-12-14")));
    }

    [Fact]
    public void Every_unit_of_measure_has_words_in_both_languages() =>
        Assert.All(Enum.GetValues<UnitOfMeasure>(), unit =>
        {
            Assert.NotEmpty(Vi.Value(1, unit));
            Assert.NotEmpty(En.Value(1, unit));
        });
}
