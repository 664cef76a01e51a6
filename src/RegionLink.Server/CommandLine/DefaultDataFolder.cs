using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RegionLink.Server.CommandLine;

/// <summary>
/// Where <c>up</c> keeps its state when nobody says: <c>.regionlink</c> in the current folder, one per checkout, easy to see and to
/// delete. As root, in a folder other users may not enter (such as below /root), a folder of the same meaning below /var/lib.
/// </summary>
internal static class DefaultDataFolder
{
    private const string Name = ".regionlink";

    public static string Choose()
    {
        var here = Directory.GetCurrentDirectory();
        var inside = Path.Combine(here, Name);
        if (!Environment.IsPrivilegedProcess || OperatingSystem.IsWindows() || OthersMayEnter(here))
        {
            return inside;
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(here)).AsSpan(0, 4));
        return string.Create(CultureInfo.InvariantCulture, $"/var/lib/regionlink/{Path.GetFileName(here)}-{digest}");
    }

    private static bool OthersMayEnter(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (!at.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }
}
