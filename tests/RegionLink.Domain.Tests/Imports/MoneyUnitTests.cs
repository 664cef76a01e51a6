using RegionLink.Domain.Imports;

namespace RegionLink.Domain.Tests.Imports;

public sealed class MoneyUnitTests
{
    [Theory]
    [InlineData("đồng", 1)]
    [InlineData("VNĐ", 1)]
    [InlineData("ĐVT: triệu đồng", 1_000_000)]
    [InlineData("Triệu  Đồng", 1_000_000)]
    [InlineData("tỉ đồng", 1_000_000_000)]
    [InlineData("ngàn đồng", 1_000)]
    [InlineData("1.000 đồng", 1_000)]
    public void Units_are_known_in_the_spellings_people_use(string text, long factor) => Assert.Equal(factor, MoneyUnit.Named(text)?.Factor);

    [Theory]
    [InlineData("USD")]
    [InlineData("ty dong")]
    [InlineData("triệu USD")]
    public void Others_are_not_guessed(string text) => Assert.Null(MoneyUnit.Named(text));
}
