using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace RegionLink.Server.Identity;

/// <summary>Random secrets of 256 bits. What is kept is their SHA-256: nothing to guess, so nothing to slow down.</summary>
internal static class Secret
{
    /// <summary>43 characters that need no escaping anywhere.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
