using RegionLink.Domain.Common;

namespace RegionLink.Domain.Tests.Common;

public sealed class UnitKeyTests
{
    [Theory]
    [InlineData("79@2025-07-01")]
    [InlineData("77@origin")]
    [InlineData("25195@origin")]
    [InlineData("southeast@2025-07-01")]
    [InlineData("VN@origin")]
    public void A_key_survives_its_text_form(string text) => Assert.Equal(text, UnitKey.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("79")]
    [InlineData("79@")]
    [InlineData("7@origin")]
    [InlineData("790@origin")]
    [InlineData("79@2025-7-1")]
    [InlineData("79@2025-02-30")]
    [InlineData("٧٩@origin")]
    [InlineData("79@origin@")]
    [InlineData("vn@origin")]
    [InlineData("-delta@origin")]
    [InlineData("Southeast@origin")]
    public void Anything_else_is_not_a_key(string? text) => Assert.False(UnitKey.TryParse(text, out _));

    [Fact]
    public void The_oldest_version_of_a_code_comes_first() => Assert.Equal(
        ["75@origin", "75@2025-07-01", "75@2026-04-30", "79@origin"],
        new[] { "79@origin", "75@2026-04-30", "75@2025-07-01", "75@origin" }.Select(UnitKey.Parse).Order().Select(k => k.ToString()));
}
