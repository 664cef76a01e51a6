using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using RegionLink.Domain.Common;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Json;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>
/// Opens the files of the provinces folder, collects mistakes, and remembers what was opened: the hash of the content, and the files
/// nobody asked for.
/// </summary>
internal sealed class FolderReader(string root)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly SortedDictionary<string, byte[]> _hashes = new(StringComparer.Ordinal);

    public List<FileMistake> Mistakes { get; } = [];

    /// <summary>Names and values as in the log and the API; fields nobody knows are mistakes.</summary>
    private static JsonSerializerOptions Json { get; } = CreateOptions();

    /// <summary>Folders directly inside, such as <c>79@2025-07-01</c>, in order.</summary>
    public IReadOnlyList<string> Folders() =>
        [.. Directory.EnumerateDirectories(root).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    /// <summary>Files of a folder with the ending, in order; empty when there is no such folder.</summary>
    public IReadOnlyList<string> Files(string folder, string ending)
    {
        var path = Path.Combine(root, folder);
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*" + ending).Select(f => $"{folder}/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)]
            : [];
    }

    public bool Exists(string file) => File.Exists(Path.Combine(root, file));

    /// <summary>Reads one JSON value; null when it cannot be had, with every reason noted.</summary>
    public T? ReadJson<T>(string file)
        where T : class
    {
        using var document = Parse(file);
        return document is null ? null : Read<T>(document.RootElement, file, "");
    }

    /// <summary>
    /// Reads the entries of a list one by one, so that one bad entry does not hide the rest. A bad entry still tells its name, so that
    /// whatever refers to it is not called unknown.
    /// </summary>
    /// <param name="list">Name of the list in the file's object.</param>
    /// <param name="name">Field that names an entry.</param>
    public IEnumerable<Entry<T>> ReadList<T>(string file, string list, string name)
        where T : class
    {
        using var document = Parse(file);
        if (document is null)
        {
            yield break;
        }

        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty(list, out var items) || items.ValueKind != JsonValueKind.Array)
        {
            Note(file, list, MistakeCodes.FieldMissing.With(list));
            yield break;
        }

        foreach (var other in document.RootElement.EnumerateObject().Where(p => p.Name != list))
        {
            Note(file, other.Name, MistakeCodes.FieldUnknown.With(other.Name));
        }

        var index = 0;
        foreach (var item in items.EnumerateArray())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{list}[{index++}]");
            var called = item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
                ? text.GetString()
                : null;
            yield return new(at, called, Read<T>(item, file, at));
        }
    }

    /// <summary>The data rows of a table; empty when it cannot be read, with every reason noted.</summary>
    public IReadOnlyList<CsvRow> ReadCsv(string file, string header)
    {
        var text = Text(file);
        return text is null ? [] : CsvRow.ReadAll(text, header, (line, reason) => Note(file, line, reason));
    }

    /// <summary>The units whose boundaries a GeoJSON file draws.</summary>
    public IReadOnlyList<(string At, string? Key)> ReadFeatures(string file)
    {
        using var document = Parse(file);
        if (document is null)
        {
            return [];
        }

        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
        {
            Note(file, "features", MistakeCodes.FieldMissing.With("features"));
            return [];
        }

        var keys = new List<(string, string?)>();
        foreach (var feature in features.EnumerateArray())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"features[{keys.Count}]");
            var key = feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("properties", out var properties)
                && properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty("key", out var text) && text.ValueKind == JsonValueKind.String
                    ? text.GetString()
                    : null;
            if (key is null)
            {
                Note(file, at, MistakeCodes.FieldMissing.With("properties.key"));
            }

            keys.Add((at, key));
        }

        return keys;
    }

    /// <summary>Marks a file as read by somebody else, whole.</summary>
    public void Claim(string file) => _ = Bytes(file);

    /// <summary>SHA-256 of a file that was read.</summary>
    public byte[] HashOf(string file) => _hashes[file];

    public void Note(string file, string where, Refusal reason) => Mistakes.Add(new(file, where, reason));

    public void Note(string file, int line, Refusal reason) => Note(file, line > 0 ? string.Create(CultureInfo.InvariantCulture, $"line {line}") : "", reason);

    /// <summary>
    /// Notes every file that nothing has asked for: a misspelt name must not go unread in silence. What lies in a unit's <c>systems</c> is
    /// the gateway's, which checks it.
    /// </summary>
    public void NoteUnread()
    {
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
            .Where(f => !_hashes.ContainsKey(f) && !Path.GetFileName(f).StartsWith('.') && f.Split('/') is not [_, "systems", ..])
            .Order(StringComparer.Ordinal))
        {
            Note(file, "", MistakeCodes.FileUnknown.With());
        }
    }

    /// <summary>SHA-256 over names and contents of everything read; the same for the same facts, whatever the order of reading.</summary>
    public byte[] ContentHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in _hashes)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            hash.AppendData(content);
        }

        return hash.GetHashAndReset();
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        };
        DomainJson.AddConverters(options.Converters);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private T? Read<T>(JsonElement json, string file, string at)
        where T : class
    {
        var faults = JsonFaults.Of(json, Json.GetTypeInfo(typeof(T)));
        foreach (var fault in faults)
        {
            var where = (at, fault.Path) switch
            {
                ("", var path) => path,
                (_, "$") => at,
                _ => $"{at}.{fault.Path}",
            };
            Note(file, where, fault.Kind switch
            {
                JsonFaultKind.Unknown => MistakeCodes.FieldUnknown.With(where),
                JsonFaultKind.Missing => MistakeCodes.FieldMissing.With(where),
                JsonFaultKind.Twice => MistakeCodes.FieldTwice.With(where),
                _ => MistakeCodes.FieldUnreadable.With(where, fault.Raw),
            });
        }

        return faults.Count == 0 ? json.Deserialize<T>(Json) : null;
    }

    private JsonDocument? Parse(string file)
    {
        if (Text(file) is not { } text)
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException e)
        {
            Note(file, (int)(e.LineNumber ?? 0) + 1, MistakeCodes.NotJson.With(e.Message));
            return null;
        }
    }

    private string? Text(string file)
    {
        if (Bytes(file) is not { } bytes)
        {
            Note(file, "", MistakeCodes.FileMissing.With());
            return null;
        }

        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            Note(file, "", MistakeCodes.NotUtf8.With());
            return null;
        }
    }

    private byte[]? Bytes(string file)
    {
        if (!Exists(file))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(Path.Combine(root, file));
        _hashes[file] = SHA256.HashData(bytes);
        return bytes;
    }
}

/// <summary>One entry of a list in a JSON file.</summary>
/// <param name="At">Where it stands: <c>metrics[4]</c>.</param>
/// <param name="Name">How it calls itself, when that much can be read.</param>
/// <param name="Value">Null when it has mistakes.</param>
internal sealed record Entry<T>(string At, string? Name, T? Value)
    where T : class;
