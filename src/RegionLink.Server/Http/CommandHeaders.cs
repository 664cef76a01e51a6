using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Grains;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Http;

/// <summary>
/// Reads <c>If-Match</c> and <c>Idempotency-Key</c> of writing requests before their body is bound. A key belongs to its caller; the
/// fingerprint of method, address, If-Match and body is kept with it, so that the same key with another request is noticed.
/// </summary>
public sealed class CommandHeaders(TimeProvider clock)
{
    private const int LongestKey = 255;
    private const int BufferInMemory = 256 * 1024;

    public async Task ReadAsync(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method))
        {
            await next(http);
            return;
        }

        var faults = new List<Refusal>();
        var expected = ReadIfMatch(http, faults);
        var key = ReadKey(http, faults);
        if (faults.Count > 0)
        {
            await Problem.Of(StatusCodes.Status400BadRequest, faults).ExecuteAsync(http);
            return;
        }

        var by = http.Caller().Actor;
        var id = key is null ? null : new CommandId(IdOf(by, key), await FingerprintAsync(http));
        var ticks = clock.GetUtcNow().UtcTicks;
        var at = new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        http.Features.Set(new CommandEnvelope(new CommandContext(by, at), id, expected));
        await next(http);
    }

    private static long? ReadIfMatch(HttpContext http, List<Refusal> faults)
    {
        var value = http.Request.Headers.IfMatch.ToString();
        if (value.Length == 0 || value == "*")
        {
            return null;
        }

        if (value is ['"', .. var digits, '"'] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return version;
        }

        faults.Add(RequestRefusals.HeaderUnreadable.About("If-Match", "If-Match", "\"12\""));
        return null;
    }

    private static string? ReadKey(HttpContext http, List<Refusal> faults)
    {
        var values = http.Request.Headers["Idempotency-Key"];
        if (values.Count == 0)
        {
            return null;
        }

        var key = values.ToString();
        if (values.Count == 1 && key.Length is > 0 and <= LongestKey && key.All(c => c is > ' ' and <= '~'))
        {
            return key;
        }

        faults.Add(RequestRefusals.HeaderUnreadable.About("Idempotency-Key", "Idempotency-Key", $"1-{LongestKey} ASCII"));
        return null;
    }

    private static Guid IdOf(Actor by, string key) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{by}\n{key}")).AsSpan(0, 16), bigEndian: true);

    private static async Task<byte[]> FingerprintAsync(HttpContext http)
    {
        http.Request.EnableBuffering(BufferInMemory);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(
            $"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n{http.Request.Headers.IfMatch}\n"));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        http.Request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}

public static class CommandHeadersExtensions
{
    /// <summary>What travels with the command of this request: who, when, id and expected version.</summary>
    public static CommandEnvelope Envelope(this HttpContext http) =>
        http.Features.Get<CommandEnvelope>() ?? throw new InvalidOperationException("Only writing requests carry a command.");
}
