using RegionLink.Domain.Imports;

namespace RegionLink.Server.Files;

/// <summary>Reads a file that people or systems send. Its content says what it is, never its name or what the sender calls it.</summary>
public static class FileReader
{
    private static ReadOnlySpan<byte> Zip => [0x50, 0x4B];

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The stream name of an encrypted package, as UTF-16 in the directory of the compound file ([MS-OFFCRYPTO] 1.3.2).</summary>
    private static ReadOnlySpan<byte> EncryptedPackage => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    /// <param name="file">Seekable; left open.</param>
    /// <returns>Its sheets, or the one fault that makes it unreadable.</returns>
    public static (IReadOnlyList<RawSheet> Sheets, ImportFault? Fault) Read(Stream file, FileLimits limits)
    {
        try
        {
            if (file.Length > limits.Bytes)
            {
                throw new UnreadableFileException(FileFaults.TooLarge.OfFile(limits.Bytes / 1024 / 1024));
            }

            Span<byte> start = stackalloc byte[4096];
            file.Position = 0;
            start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
            file.Position = 0;
            if (start.IsEmpty)
            {
                throw new UnreadableFileException(FileFaults.Empty.OfFile());
            }

            if (start.StartsWith(CompoundFile))
            {
                throw new UnreadableFileException((Holds(file, EncryptedPackage) ? FileFaults.Encrypted : FileFaults.OldExcel).OfFile());
            }

            return (start.StartsWith(Zip) ? XlsxFile.Read(file, limits) : [CsvFile.Read(file, limits)], null);
        }
        catch (UnreadableFileException e)
        {
            return ([], e.Fault);
        }
    }

    private static bool Holds(Stream file, ReadOnlySpan<byte> needle)
    {
        var buffer = new byte[64 * 1024 + needle.Length];
        for (var kept = 0; ;)
        {
            var read = file.Read(buffer, kept, buffer.Length - kept);
            if (buffer.AsSpan(0, kept + read).IndexOf(needle) >= 0)
            {
                return true;
            }

            if (read == 0)
            {
                return false;
            }

            var rest = Math.Min(needle.Length, kept + read);
            buffer.AsSpan(kept + read - rest, rest).CopyTo(buffer);
            kept = rest;
        }
    }
}
