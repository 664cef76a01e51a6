using System.Text.Json;
using RegionLink.Domain.Common;

namespace RegionLink.Server.Gateway;

/// <summary>A system a province runs, as its file describes it.</summary>
/// <param name="Protocol">As in the file: <c>rest</c>, <c>soap</c>…</param>
/// <param name="ReadableBy"><c>everyone</c>, <c>signedIn</c> or <c>unit</c>.</param>
/// <param name="Units">What it answers for.</param>
public sealed record ConnectedSystem(
    string Id, string NameVi, string NameEn, string OwnerVi, string OwnerEn, string Protocol, string ReadableBy, IReadOnlyList<UnitKey> Units, bool Illustrative)
{
    /// <summary>Reads the files <c>&lt;unit&gt;/systems/*.json</c> below a folder. One that cannot be read is left out: naming its faults is the gateway's part.</summary>
    public static IEnumerable<ConnectedSystem> In(string folder)
    {
        foreach (var ofUnit in Directory.Exists(folder) ? Directory.GetDirectories(folder) : [])
        {
            var systems = Path.Combine(ofUnit, "systems");
            foreach (var file in Directory.Exists(systems) ? Directory.GetFiles(systems, "*.json") : [])
            {
                if (Of(file, Path.GetFileName(ofUnit)) is { } system)
                {
                    yield return system;
                }
            }
        }
    }

    private static ConnectedSystem? Of(string file, string folder)
    {
        try
        {
            using var text = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = text.RootElement;
            var (name, owner) = (root.GetProperty("name"), root.GetProperty("owner"));
            IEnumerable<string?> units = root.TryGetProperty("units", out var listed) ? listed.EnumerateArray().Select(u => u.GetString()) : [folder];
            return new(
                root.GetProperty("id").GetString()!, Text(name, "vi"), Text(name, "en"), Text(owner, "vi"), Text(owner, "en"),
                root.GetProperty("protocol").GetString()!, root.GetProperty("readableBy").GetString()!,
                [.. units.Where(u => UnitKey.TryParse(u, out _)).Select(u => UnitKey.Parse(u!))],
                root.TryGetProperty("illustrative", out var made) && made.ValueKind is JsonValueKind.True);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Text(JsonElement both, string language) => both.GetProperty(language).GetString()!;
}
