namespace RegionLink.Server.Http;

/// <summary>Reads a form. What cannot be read as one is the sender's fault, never a bug.</summary>
public static class SentForm
{
    /// <summary>Fields in one form; a report's sheet has some six for each figure.</summary>
    public const int MostFields = 8_192;

    /// <exception cref="BodyFaultsException">It is cut off, has no boundary or has too many fields.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await request.ReadFormAsync(ct);
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new BodyFaultsException([RequestRefusals.FormUnreadable.With(e.Message)]);
        }
    }
}
