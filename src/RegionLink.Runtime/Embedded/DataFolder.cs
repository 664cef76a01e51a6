using System.Globalization;

namespace RegionLink.Runtime.Embedded;

/// <summary>
/// A folder that belongs to one RegionLink: marked, and locked while in use. Anything found in it that RegionLink does not know is left alone.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private const string MarkerName = "regionlink-data";
    private const string LockName = "lock";
    private const string SocketName = "socket";

    // Deleted by "start over", and nothing else is. The marker and the lock stay.
    private static readonly string[] Contents =
        ["postgres", "postgres.new", "run", SocketName, "postgres.log", "postgres.log.1", "pg_hba.conf", "pg_ident.conf", "gateway"];

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream heldLock)
    {
        Path = path;
        _lock = heldLock;
    }

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>True when the folder is marked as RegionLink's.</summary>
    public static bool Exists(string path) => File.Exists(System.IO.Path.Combine(path, MarkerName));

    /// <summary>Names the folder of the unix socket, for commands run beside a server.</summary>
    internal string SocketFile => Entry(SocketName);

    /// <summary>Takes the folder, making and marking it when it is new or empty.</summary>
    /// <exception cref="EmbeddedPostgresException">It holds something else, another RegionLink uses it, or it may not be written.</exception>
    public static DataFolder Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(path);
            if (!Exists(path))
            {
                Mark(path);
            }

            return new DataFolder(path, new FileStream(
                System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new EmbeddedPostgresException(new Notice(
                $"Không có quyền ghi vào thư mục dữ liệu {path} (có thể nó do người dùng khác, ví dụ root, tạo ra).",
                $"No right to write to the data folder {path} (perhaps another user, such as root, made it)."), denied);
        }
        catch (IOException inUse) when (File.Exists(System.IO.Path.Combine(path, LockName)))
        {
            throw new EmbeddedPostgresException(new Notice(
                $"Một RegionLink khác đang dùng thư mục dữ liệu {path}. Hãy dừng nó trước, hoặc chọn thư mục khác bằng --data.",
                $"Another RegionLink is using the data folder {path}. Stop it first, or choose another folder with --data."), inUse);
        }
    }

    /// <summary>Folder of the unix socket of the RegionLink that uses the folder now; null when none does.</summary>
    internal static string? SocketInUse(string path)
    {
        var (lockFile, socket) = (System.IO.Path.Combine(path, LockName), System.IO.Path.Combine(path, SocketName));
        if (!File.Exists(lockFile) || !File.Exists(socket))
        {
            return null;
        }

        try
        {
            using var free = new FileStream(lockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return null;
        }
        catch (IOException)
        {
            return File.ReadAllText(socket);
        }
    }

    public string Entry(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Deletes everything RegionLink keeps here; files of anybody else stay.</summary>
    public void Clear()
    {
        foreach (var entry in Contents.Select(Entry))
        {
            if (Directory.Exists(entry))
            {
                Directory.Delete(entry, recursive: true);
            }
            else
            {
                File.Delete(entry);
            }
        }
    }

    /// <summary>Deletes the whole folder, unless somebody else's files are in it.</summary>
    public void Remove()
    {
        Clear();
        File.Delete(Entry(MarkerName));
        _lock.Dispose();
        File.Delete(Entry(LockName));
        if (!Directory.EnumerateFileSystemEntries(Path).Any())
        {
            Directory.Delete(Path);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static void Mark(string path)
    {
        if (Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new EmbeddedPostgresException(new Notice(
                $"{path} không trống và không phải thư mục dữ liệu của RegionLink; không ghi hay xoá gì trong đó. Hãy chọn thư mục khác bằng --data.",
                $"{path} is not empty and not a RegionLink data folder; nothing in it was written or deleted. Choose another folder with --data."));
        }

        File.WriteAllText(System.IO.Path.Combine(path, MarkerName), string.Create(CultureInfo.InvariantCulture, $"1\n"));
        if (!OperatingSystem.IsWindows())
        {
            // When root starts it, PostgreSQL runs as somebody else and must be able to pass through; what lies below is closed by itself.
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | (Environment.IsPrivilegedProcess ? UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : UnixFileMode.None));
        }
    }
}
