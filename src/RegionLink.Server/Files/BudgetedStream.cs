using RegionLink.Domain.Imports;

namespace RegionLink.Server.Files;

/// <summary>Bytes that may still come out of a compressed file, over all its parts.</summary>
internal sealed class Budget(long bytes)
{
    private long _left = bytes;

    public void Spend(int read)
    {
        _left -= read;
        if (_left < 0)
        {
            throw new UnreadableFileException(FileFaults.Bomb.OfFile());
        }
    }
}

/// <summary>Counts what is really read: the sizes a zip directory declares may lie.</summary>
internal sealed class BudgetedStream(Stream source, Budget budget) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = source.Read(buffer, offset, count);
        budget.Spend(read);
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
