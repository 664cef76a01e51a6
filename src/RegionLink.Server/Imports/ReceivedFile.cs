using System.Security.Cryptography;
using RegionLink.Domain.Common;
using RegionLink.Server.Files;

namespace RegionLink.Server.Imports;

/// <summary>A file on its way in: kept in a temporary file that is gone with it, its fingerprint taken on the way.</summary>
internal sealed class ReceivedFile : IAsyncDisposable
{
    private const int LongestName = 200;
    private readonly FileStream _content;

    private ReceivedFile(FileStream content, string name, byte[] hash)
    {
        _content = content;
        Name = name;
        Hash = hash;
    }

    /// <summary>What the sender calls it, without folders; for people and for the source of figures, never for opening anything.</summary>
    public string Name { get; }

    /// <summary>SHA-256.</summary>
    public byte[] Hash { get; }

    public long Size => _content.Length;

    public Stream Content => _content;

    /// <summary>Takes what there is, but not much more than the limit: the reader says that it is too large.</summary>
    public static async Task<ReceivedFile> TakeAsync(Stream source, string? name, FileLimits limits, CancellationToken ct)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"regionlink-{Guid.NewGuid():n}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[64 * 1024];
            int read;
            while (file.Length <= limits.Bytes && (read = await source.ReadAsync(buffer, ct)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            await file.FlushAsync(ct);
            return new ReceivedFile(file, Tidy(name), hash.GetHashAndReset());
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _content.DisposeAsync();

    private static string Tidy(string? name)
    {
        var last = VietnameseText.Tidy(name ?? "").Split('/', '\\')[^1].Trim('"', ' ');
        return last.Length switch { 0 => "file", > LongestName => last[..LongestName], _ => last };
    }
}
