using RegionLink.Domain.Projects;

namespace RegionLink.Domain.Tests.Projects;

public sealed class LikenessTests
{
    [Fact]
    public void Words_in_common_count_whatever_their_tones_and_the_text_says_which()
    {
        var proposed = new Likeness("Kho số liệu", "Gom dữ liệu dùng chung của các sở về một nơi");
        var other = new Likeness("Nền tảng tích hợp", "Tích hợp DU LIEU dung chung của các sở, ngành");

        Assert.Equal(0.545m, proposed.To(other, out var common));
        Assert.Equal(["dữ liệu", "liệu dùng", "dùng chung", "chung của", "của các", "các sở"], common);
    }

    [Fact]
    public void A_text_that_says_too_little_is_like_nothing() => Assert.Equal(0, new Likeness("Dữ liệu", null).To(new Likeness("Dữ liệu mở"), out _));
}
