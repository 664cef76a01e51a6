using RegionLink.Domain.Imports;

namespace RegionLink.Server.Web.Desk;

/// <summary>
/// A report's file on its way through the pages. It is checked first and written by a second press; between the two it travels in the page
/// itself, so that no server has to keep it and the second press may reach another one.
/// </summary>
/// <param name="Numbers">How numbers are written, when the sender says it.</param>
/// <param name="Answers">Answers to questions by the question's id.</param>
public sealed record SentFile(string Name, byte[] Content, NumberNotation? Numbers, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>A report is a few dozen rows; the page that carries the file back must stay light, too.</summary>
    public const int MostBytes = 1024 * 1024;

    public const string Field = "file";
    public const string HeldContent = "held-content";
    public const string HeldName = "held-name";
    public const string NumbersField = "numbers";
    public const string Answer = "answer.";

    /// <summary>The file of a form, chosen just now or carried by the page; null when there is none.</summary>
    public static async Task<SentFile?> OfAsync(IFormCollection form, CancellationToken ct)
    {
        var (name, content) = form.Files.GetFile(Field) is { FileName.Length: > 0 } chosen ? (chosen.FileName, await ReadAsync(chosen, ct)) : (form[HeldName].ToString(), Held(form[HeldContent].ToString()));
        return content is null
            ? null
            : new(
                name,
                content,
                form[NumbersField].ToString() switch { "vi" => NumberNotation.Vietnamese, "en" => NumberNotation.English, _ => null },
                form.Where(f => f.Key.StartsWith(Answer, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(f.Value))
                    .ToDictionary(f => f.Key[Answer.Length..], f => f.Value.ToString().Trim(), StringComparer.Ordinal));
    }

    /// <summary>A file that was sent when nobody was signed in any more, as the fields a page carries a file in; nothing when there is none or it is too large.</summary>
    public static async Task<IReadOnlyList<KeyValuePair<string, string>>> HeldAsync(IFormFileCollection files, CancellationToken ct) =>
        files.GetFile(Field) is { FileName.Length: > 0, Length: <= MostBytes } file
            ? [new(HeldName, file.FileName), new(HeldContent, Convert.ToBase64String(await ReadAsync(file, ct)))]
            : [];

    /// <summary>One byte more than may be, so that the reader says it is too large.</summary>
    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken ct)
    {
        var content = new byte[Math.Min(file.Length, MostBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, ct);
        return content;
    }

    private static byte[]? Held(string text)
    {
        var content = new byte[text.Length];
        return text.Length > 0 && Convert.TryFromBase64String(text, content, out var length) ? content[..length] : null;
    }
}
