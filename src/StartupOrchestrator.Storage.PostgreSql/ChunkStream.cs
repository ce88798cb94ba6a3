namespace StartupOrchestrator.Storage.PostgreSql;

/// <summary>Reads a file chunk by chunk, so that none is ever whole in memory.</summary>
internal sealed class ChunkStream(long length, Func<long, CancellationToken, Task<byte[]>> load) : Stream
{
    private byte[] chunk = [];
    private int used;
    private long next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (used == chunk.Length)
        {
            if (Position == length)
            {
                return 0;
            }

            chunk = await load(next++, cancellationToken).ConfigureAwait(false);
            used = 0;
        }

        var count = Math.Min(buffer.Length, chunk.Length - used);
        chunk.AsMemory(used, count).CopyTo(buffer);
        used += count;
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
