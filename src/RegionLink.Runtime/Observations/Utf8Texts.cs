using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace RegionLink.Runtime.Observations;

/// <summary>
/// Gives every distinct text of a file a small number. A million rows hold a few thousand distinct texts; decoding and judging each of
/// them once is what makes reading fast.
/// </summary>
internal sealed class Utf8Texts
{
    private readonly Dictionary<byte[], int> _numbers = new(Comparer.Instance);
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly List<string?> _texts = [];

    public Utf8Texts() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<byte>>();

    public int Count => _texts.Count;

    /// <summary>The text of a number; null when its bytes are not text that PostgreSQL can keep (UTF-8 without NUL).</summary>
    public string? this[int number] => _texts[number];

    /// <summary>The number of a text, given out in order of appearance.</summary>
    public int NumberOf(ReadOnlySpan<byte> utf8)
    {
        if (_lookup.TryGetValue(utf8, out var number))
        {
            return number;
        }

        number = _texts.Count;
        _numbers.Add(utf8.ToArray(), number);
        _texts.Add(Utf8.IsValid(utf8) && !utf8.Contains((byte)0) ? Encoding.UTF8.GetString(utf8) : null);
        return number;
    }

    private sealed class Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Comparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        // HashCode is seeded at random per process: a file made of colliding texts cannot be prepared.
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
