using FsCheck;
using FsCheck.Fluent;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Tests.Common;

public sealed class FractionTests
{
    [Theory]
    [InlineData("0.78")]
    [InlineData("-12.50")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    public void A_decimal_is_taken_exactly(string text)
    {
        var value = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(value, Fraction.Of(value).Rounded(28));
    }

    [Fact]
    public void Nearly_one_percent_is_not_one_percent()
    {
        var share = Fraction.Of(9_999) / Fraction.Of(1_000_000) / Fraction.Of(1, 100);

        Assert.True(share < Fraction.One);
        Assert.Equal(1.00m, share.Rounded(2));
    }

    [Fact]
    public void Rounding_goes_half_away_from_zero()
    {
        Assert.Equal(0.13m, Fraction.Of(1, 8).Rounded(2));
        Assert.Equal(-0.13m, Fraction.Of(-1, 8).Rounded(2));
        Assert.Equal(0.33m, Fraction.Of(1, 3).Rounded(2));
    }

    [Fact]
    public void A_forgotten_value_is_zero_and_usable() => Assert.Equal(Fraction.One, default(Fraction) + Fraction.One);

    [Fact]
    public void Nothing_is_divided_by_zero()
    {
        Assert.Throws<DivideByZeroException>(() => Fraction.One / Fraction.Zero);
        Assert.Throws<DivideByZeroException>(() => Fraction.Of(1, 0));
    }

    [Fact]
    public void Sums_of_decimals_are_exact_and_keep_their_order() => Prop.ForAll<long, long, long>((a, b, c) =>
    {
        var (x, y, z) = (Fraction.Of(a / 1_000m), Fraction.Of(b / 10m), Fraction.Of(c));
        return x + y + z == z + y + x
            && x + y == Fraction.Of((a / 1_000m) + (b / 10m))
            && (x < y) == (a / 1_000m < b / 10m)
            && (y.IsZero || x / y * y == x)
            && x - x == Fraction.Zero;
    }).QuickCheckThrowOnFailure();
}
