using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RegionLink.Server.Identity.SecondFactors;

/// <summary>
/// Time-based one-time codes: RFC 6238 over HMAC-SHA-1 with 30 seconds and 6 digits, the only choice every authenticator app knows. Written here
/// because the framework's own says yes or no and not which 30 seconds a code is of, without which a code seen over a shoulder could be used again.
/// </summary>
internal static class Totp
{
    private const int StepSeconds = 30;
    private const int SecretBytes = 20;   // the length of the hash, RFC 4226 section 4
    private const int Digits = 6;
    private const int Modulus = 1_000_000;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";   // RFC 4648 section 6

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    public static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // SHA-1 is what the standard and the apps use; as a keyed hash it is not broken.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % Modulus).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    /// <summary>Which 30 seconds the code is of: now, just before or just after, for clocks that differ. Null when of none of them.</summary>
    public static long? StepOf(byte[] secret, string typed, DateTimeOffset now)
    {
        var code = Encoding.UTF8.GetBytes(typed);
        long? found = null;
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
        {
            found = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, step)), code) ? step : found;
        }

        return found;
    }

    /// <summary>The secret as people type it into an app that cannot see the picture.</summary>
    public static string Base32(byte[] secret)
    {
        var text = new StringBuilder();
        var (held, bits) = (0, 0);
        foreach (var b in secret)
        {
            (held, bits) = (((held << 8) | b) & 0xfff, bits + 8);
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[(held >> bits) & 31]);
            }
        }

        return text.ToString();   // 20 bytes are 32 characters: nothing is left over
    }

    /// <summary>What the picture says to the app.</summary>
    public static string Address(string login, byte[] secret) =>
        $"otpauth://totp/RegionLink:{Uri.EscapeDataString(login)}?secret={Base32(secret)}&issuer=RegionLink&digits={Digits}&period={StepSeconds}";
}
