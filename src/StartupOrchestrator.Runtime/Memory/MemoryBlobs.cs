using System.Security.Cryptography;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Memory;

internal sealed class MemoryBlobs(MemoryTables tables) : IBlobStore
{
    public async Task<BlobAddress> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        var bytes = buffer.ToArray();
        var address = Convert.ToHexStringLower(SHA256.HashData(bytes));
        lock (tables.Sync)
        {
            tables.Blobs[address] = bytes;
        }

        return new BlobAddress(address, bytes.Length);
    }

    public IAsyncEnumerable<BlobAddress> ListAsync(CancellationToken cancellationToken)
    {
        lock (tables.Sync)
        {
            return tables.Blobs.Select(b => new BlobAddress(b.Key, b.Value.Length)).OrderBy(b => b.Sha256, StringComparer.Ordinal).ToList().ToAsyncEnumerable();
        }
    }

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken)
    {
        lock (tables.Sync)
        {
            return Task.FromResult<Stream?>(tables.Blobs.TryGetValue(sha256, out var bytes) ? new MemoryStream(bytes, writable: false) : null);
        }
    }
}
