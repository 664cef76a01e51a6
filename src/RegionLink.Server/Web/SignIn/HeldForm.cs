using RegionLink.Server.Web.Desk;

namespace RegionLink.Server.Web.SignIn;

/// <summary>
/// What somebody typed into a form that was sent after the session had ended. It travels through the sign-in page in hidden fields and is
/// offered for sending once more; nothing of it is stored. Cross-site posts never get here: they are refused before the caller is looked up.
/// </summary>
/// <param name="Action">Where the form goes, a path of this server.</param>
public sealed record HeldForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public const string ActionField = "held-action";
    public const string Prefix = "held:";
    private const int MostFields = 2_000;
    private const int MostCharacters = 256 * 1024;

    // A report's file and what multipart adds to it; decision 0016.
    private const int MostWithFile = (SentFile.MostBytes / 3 * 4) + MostCharacters;
    private const string Multipart = "multipart/form-data";

    /// <summary>
    /// The fields of a refused form, with its file as the page would carry it; null when there are none worth keeping, or more than a page should
    /// carry.
    /// </summary>
    public static async Task<HeldForm?> OfRefusedAsync(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method)
            || !request.HasFormContentType
            || request.ContentLength is not { } length
            || length > (IsMultipart(request) ? MostWithFile : MostCharacters))
        {
            return null;
        }

        try
        {
            var form = await request.ReadFormAsync(http.RequestAborted);
            return Of(ReturnAddress.Local(request.Path + request.QueryString), [.. Pairs(form).Where(f => f.Key != Parts.FormToken.Field), .. await SentFile.HeldAsync(form.Files, http.RequestAborted)]);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Whether the form brought a file, which may have been too large to be kept.</summary>
    public static bool IsMultipart(HttpRequest request) => request.ContentType?.StartsWith(Multipart, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What came back with the sign-in form.</summary>
    public static HeldForm? OfSignIn(IFormCollection form) => Of(
        ReturnAddress.Local(form[ActionField].ToString()),
        Pairs(form).Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal)).Select(f => KeyValuePair.Create(f.Key[Prefix.Length..], f.Value)));

    private static HeldForm? Of(string? action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var kept = fields.Take(MostFields + 1).ToList();
        return action is not null && kept.Count is > 0 and <= MostFields ? new(action, kept) : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IFormCollection form) =>
        form.SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")));
}
