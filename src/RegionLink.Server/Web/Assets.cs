using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;

namespace RegionLink.Server.Web;

/// <summary>
/// Style sheet, scripts and shapes, inside the program itself: nothing to deploy, no other host. Each has its content in its address, so
/// browsers keep it for ever; each is compressed once.
/// </summary>
public sealed class Assets
{
    public const string Route = "/assets";
    private const string Prefix = "assets/";

    private readonly FrozenDictionary<string, Asset> _byName = Load();

    /// <exception cref="KeyNotFoundException">There is no such file: a bug of the page.</exception>
    public string AddressOf(string name) => $"{Route}/{_byName[name].Hash}/{name}";

    public Asset? Find(string name) => _byName.GetValueOrDefault(name);

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = typeof(Assets).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(n => n[Prefix.Length..].Replace('\\', '/'), n =>
            {
                using var stream = assembly.GetManifestResourceStream(n)!;
                using var content = new MemoryStream();
                stream.CopyTo(content);
                return new Asset(n, content.ToArray());
            });
    }
}

/// <summary>One file.</summary>
public sealed class Asset(string name, byte[] content)
{
    private readonly Lazy<byte[]> _brotli = new(() => Compress(content, static s => new BrotliStream(s, CompressionLevel.Optimal)));
    private readonly Lazy<byte[]> _gzip = new(() => Compress(content, static s => new GZipStream(s, CompressionLevel.Optimal)));

    public byte[] Content => content;

    public byte[] Brotli => _brotli.Value;

    public byte[] Gzip => _gzip.Value;

    /// <summary>Short name of the content.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6));

    public string Type { get; } = Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".geojson" => "application/geo+json",
        ".png" => "image/png",
        _ => "text/plain; charset=utf-8",
    };

    private static byte[] Compress(byte[] content, Func<Stream, Stream> into)
    {
        using var packed = new MemoryStream();
        using (var stream = into(packed))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }
}
