using System.Security.Cryptography;
using System.Text;

namespace RegionLink.Server.Gateway;

/// <summary>A file that says what a folder was made from. It is there only while the folder is whole.</summary>
internal sealed class BuildStamp(string file)
{
    /// <summary>Digest of files, their names and contents.</summary>
    public static string DigestOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var one in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(one));
            hash.AppendData(File.ReadAllBytes(one));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public bool Says(string digest) => File.Exists(file) && File.ReadAllText(file) == digest;

    /// <summary>Before the folder is touched: should the work on it be broken off, nothing says that it is whole.</summary>
    public void Remove()
    {
        if (File.Exists(file))
        {
            File.Delete(file);
        }
    }

    public Task WriteAsync(string digest, CancellationToken ct) => File.WriteAllTextAsync(file, digest, ct);
}
