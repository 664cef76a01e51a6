using System.Globalization;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Tests.Common;

public sealed class ScaleJumpTests
{
    [Theory]
    [InlineData("29106", "29106000000", 1_000_000, true)] // a budget in million đồng, then in đồng
    [InlineData("29106000000", "23556", 1_000_000, false)]
    [InlineData("97.002", "99669", 1_000, true)]
    [InlineData("-5", "-5000", 1_000, true)]
    [InlineData("10", "30000", 1_000, true)]
    [InlineData("29106", "23556345000000", 1_000_000_000, true)] // billion đồng, then đồng
    public void A_value_written_in_another_unit_is_noticed(string before, string now, int factor, bool up) =>
        Assert.Equal(new ScaleJump(factor, up), ScaleJump.Between(Number(before), Number(now)));

    [Theory]
    [InlineData("10", "100")]
    [InlineData("10", "30001")]
    [InlineData("10", "1000")]
    [InlineData("0", "1000")]
    [InlineData("1000", "0")]
    [InlineData("-1", "1000")]
    [InlineData("0.97", "0.78")]
    [InlineData("0.0000000000000000000000000001", "79228162514264337593543950335")]
    public void Growth_zero_and_a_change_of_sign_ask_nothing(string before, string now) =>
        Assert.Null(ScaleJump.Between(Number(before), Number(now)));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
