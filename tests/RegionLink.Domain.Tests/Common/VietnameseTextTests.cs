using System.Text;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Tests.Common;

public sealed class VietnameseTextTests
{
    [Theory]
    [InlineData("Hoà Bình", "Hòa Bình")]
    [InlineData("Thuỷ Xuân", "Thủy Xuân")]
    [InlineData("khoẻ", "khỏe")]
    [InlineData("Xã  Hoà\u00A0Hội ", "xã hòa hội")]
    [InlineData("ĐỒNG NAI", "đồng nai")]
    [InlineData("Ðồng Nai", "Đồng Nai")]
    [InlineData("Bà Rịa – Vũng Tàu", "Bà Rịa-Vũng Tàu")]
    [InlineData("Tây\u200BNinh", "TâyNinh")]
    public void One_name_in_two_spellings_matches(string left, string right) => Assert.True(VietnameseText.Same(left, right));

    [Theory]
    [InlineData("Lộc Thành", "Lộc Thạnh")]
    [InlineData("Long Hòa", "Long Hoa")]
    [InlineData("Hòa", "Hóa")]
    [InlineData("Đồng", "Dồng")]
    [InlineData("Tân", "Tan")]
    [InlineData("Tân", "Tăn")]
    [InlineData("Tân An", "TânAn")]
    [InlineData("Hoà an", "Hoa àn")]
    public void Two_names_stay_two(string left, string right) => Assert.False(VietnameseText.Same(left, right));

    [Theory]
    [InlineData("Thuỷ Tiên ở Huế, Phường Thới Hoà")]
    [InlineData("Xã Đất Đỏ – Khu phố 3")]
    public void Composed_and_decomposed_text_match(string name) =>
        Assert.Equal(VietnameseText.Fold(name.Normalize(NormalizationForm.FormC)), VietnameseText.Fold(name.Normalize(NormalizationForm.FormD)));

    [Fact]
    public void Tidying_keeps_the_spelling_and_drops_what_cannot_be_seen() =>
        Assert.Equal("Hoà Hội - 2", VietnameseText.Tidy(" \uFEFFHoa\u0300\t Hội\u200B \u2013 2\n"));

    [Fact]
    public void Half_a_character_is_marked_and_not_an_error() => Assert.Equal("a\uFFFDb", VietnameseText.Tidy("a\uD83Db"));

    [Fact]
    public void Names_can_be_keys_of_a_dictionary()
    {
        var communes = new Dictionary<string, int>(VietnameseText.Comparer) { ["Thới Hoà"] = 1 };
        Assert.True(communes.ContainsKey("thới hòa"));
        Assert.False(communes.ContainsKey("thới hóa"));
    }
}
