using RegionLink.Domain.Common;

namespace RegionLink.Domain.Tests.Common;

public sealed class VietnameseSearchTests
{
    [Theory]
    [InlineData("Trục liên thông (LGSP) Hòa Bình", "liên thông")]
    [InlineData("Trục liên thông (LGSP) Hòa Bình", "lgsp")]
    [InlineData("Trục liên thông (LGSP) Hòa Bình", "hoà bình")]
    [InlineData("Trục liên thông (LGSP) Hòa Bình", "Hòa  BÌNH")]
    [InlineData("Số hóa hồ sơ, cổng dịch vụ công", "hồ sơ cổng")]
    public void Words_are_found_however_they_are_written(string name, string searched) =>
        Assert.Contains(VietnameseSearch.Words(searched), VietnameseSearch.Words(name), StringComparison.Ordinal);

    [Theory]
    [InlineData("Lộc Thành", "Lộc Thạnh")]
    [InlineData("Lộc Thành", "thanh")]
    [InlineData("Lộc Thành", "Lộc Thàn")]
    [InlineData("Đường", "dường")]
    public void Tones_and_letters_are_not_blurred(string name, string searched) =>
        Assert.DoesNotContain(VietnameseSearch.Words(searched), VietnameseSearch.Words(name), StringComparison.Ordinal);

    [Theory]
    [InlineData("Đô thị thông minh – giai đoạn 2", "do thi thong minh giai doan 2")]
    [InlineData("Hoà", "hoa")]
    [InlineData(" ,. ", "")]
    public void Bare_text_has_neither_tones_nor_marks(string text, string bare) => Assert.Equal(bare, VietnameseSearch.Bare(text));

    [Theory]
    [InlineData("hoà", "Xã Hòa Thành")]
    [InlineData("hoa thanh", "Xã Hòa Thành")]
    [InlineData("Tân Đị", "Phường Tân Định")]
    [InlineData("tan d", "Phường Tân Định")]
    [InlineData("lộc thanh", "Lộc Thạnh")]
    [InlineData(" – ", "Lộc Thạnh")]
    public void A_name_is_found_by_what_was_typed_so_far(string typed, string name) => Assert.True(VietnameseSearch.Finds(typed, name));

    [Theory]
    [InlineData("Lộc Thành", "Lộc Thạnh")]
    [InlineData("Lộc Thà", "Lộc Thạnh")]
    [InlineData("thanh loc", "Lộc Thạnh")]
    [InlineData("anh", "Lộc Thạnh")]
    [InlineData("hòa bình mới", "Hòa Bình")]
    public void Another_name_is_not(string typed, string name) => Assert.False(VietnameseSearch.Finds(typed, name));

    [Fact]
    public void A_text_without_words_searches_for_nothing() => Assert.Equal("", VietnameseSearch.Words("– . –"));
}
