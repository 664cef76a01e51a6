using RegionLink.Domain.Projects;

namespace RegionLink.Domain.Tests.Projects;

public sealed class ProjectKeyTests
{
    [Theory]
    [InlineData("da-001", "DA-001")]
    [InlineData(" Da_1.2 ", "DA_1.2")]
    [InlineData("7", "7")]
    public void A_number_has_one_normal_form(string written, string normal)
    {
        Assert.True(ProjectKey.TryNormalise(written, out var number));
        Assert.Equal(normal, number);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("=1+1")]
    [InlineData("-5")]
    [InlineData("DA/1")]
    [InlineData("ĐA-1")]
    [InlineData("DA 1")]
    [InlineData("ı1")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void Other_characters_are_not_a_number(string? written) => Assert.False(ProjectKey.TryNormalise(written, out _));

    [Fact]
    public void A_key_survives_its_text_form()
    {
        Assert.True(ProjectKey.TryParse("79@2025-07-01/da-001", out var key));
        Assert.Equal("79@2025-07-01/DA-001", key.ToString());
        Assert.False(ProjectKey.TryParse("79@2025-07-01", out _));
        Assert.False(ProjectKey.TryParse("79/DA-001", out _));
    }
}
