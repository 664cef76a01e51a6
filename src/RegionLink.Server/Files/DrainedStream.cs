namespace RegionLink.Server.Files;

/// <summary>
/// Lets a writer that knows only synchronous writes (a zip archive closing an entry) fill a target that refuses them (a response body):
/// what is written waits in memory until <see cref="DrainAsync"/>.
/// </summary>
internal sealed class DrainedStream(Stream target) : Stream
{
    private readonly MemoryStream _waiting = new();
    private long _position;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    /// <summary>Bytes written so far; asked by the zip archive for its directory.</summary>
    public override long Position { get => _position; set => throw new NotSupportedException(); }

    /// <summary>Hands what waits to the target.</summary>
    public async Task DrainAsync(CancellationToken ct)
    {
        await target.WriteAsync(_waiting.GetBuffer().AsMemory(0, (int)_waiting.Length), ct);
        _waiting.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _waiting.Write(buffer);
        _position += buffer.Length;
    }

    public override void Flush()
    {
        // Nothing to do: only DrainAsync may touch the target.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
