using System.Text;
using RegionLink.Server.Identity.SecondFactors;

namespace RegionLink.Server.Tests.Identity;

/// <summary>One-time codes, against the published vectors.</summary>
public sealed class TotpTests
{
    // RFC 6238, appendix B, SHA-1; the last six of its eight digits.
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void Codes_are_those_of_the_standard(long second, string code) =>
        Assert.Equal(code, Totp.Code(Secret, Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(second))));

    [Fact]
    public void A_code_is_good_half_a_minute_around_its_own_and_no_longer()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);
        var step = Totp.StepOf(now);
        Assert.Equal(step - 1, Totp.StepOf(Secret, Totp.Code(Secret, step - 1), now));
        Assert.Equal(step + 1, Totp.StepOf(Secret, Totp.Code(Secret, step + 1), now));
        Assert.Null(Totp.StepOf(Secret, Totp.Code(Secret, step - 2), now));
        Assert.Null(Totp.StepOf(Secret, "", now));
    }

    [Fact]
    public void The_secret_is_written_as_apps_read_it() =>
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Base32(Secret));   // RFC 4648
}
