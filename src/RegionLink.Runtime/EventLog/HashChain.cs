using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RegionLink.Runtime.EventLog;

/// <summary>
/// Chains the events of a stream: SHA-256(hash of predecessor ‖ header ‖ data as stored). STORED FORMAT: verify recomputes it from the
/// rows alone. Someone who alters a row must alter every later row of the stream, and any copy of a later hash shows it.
/// </summary>
public static class HashChain
{
    /// <summary>What stands before the first event of a stream: 32 zero bytes.</summary>
    public static byte[] Start { get; } = new byte[SHA256.HashSizeInBytes];

    /// <param name="actor">Stored text of the actor.</param>
    /// <param name="at">Whole microseconds: what PostgreSQL gives back.</param>
    public static byte[] Next(
        ReadOnlySpan<byte> previous, string stream, long version, string type, string actor, DateTimeOffset at, Guid commandId, ReadOnlySpan<byte> data)
    {
        var header = string.Create(
            CultureInfo.InvariantCulture,
            $"\n{stream}\n{version}\n{type}\n{actor}\n{at.UtcTicks / TimeSpan.TicksPerMicrosecond}\n{commandId:N}\n");
        var length = Encoding.UTF8.GetByteCount(header);
        Span<byte> head = length <= 512 ? stackalloc byte[length] : new byte[length];
        Encoding.UTF8.GetBytes(header, head);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(head);
        hash.AppendData(data);
        return hash.GetHashAndReset();
    }
}
