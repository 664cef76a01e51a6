using System.Security.Cryptography;
using System.Text.Json;
using RegionLink.Runtime.Scoreboard;

namespace RegionLink.Server.Scoreboard;

/// <summary>A board as it is sent, made once and sent many times.</summary>
/// <param name="Board">For the forms that are seldom asked for.</param>
/// <param name="Json">UTF-8.</param>
/// <param name="ETag">Strong: the content itself.</param>
public sealed record RenderedBoard(Board Board, byte[] Json, string ETag)
{
    public static RenderedBoard Of(Board board, JsonSerializerOptions options)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(BoardBody.Of(board), options);
        return new(board, json, $"\"{Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 16))}\"");
    }
}
