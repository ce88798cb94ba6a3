using System.Runtime.InteropServices;
using System.Security.Cryptography;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Sqlite;

/// <summary>Files under their SHA-256. Content, name and folder are synced before the address is returned.</summary>
internal sealed partial class FileBlobs(string root) : IBlobStore
{
    private int temporary;

    public async Task<BlobAddress> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(root);
        var draft = Path.Combine(root, $"{Environment.ProcessId}-{Interlocked.Increment(ref temporary)}.part");
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long length = 0;
            var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None);
            await using (file.ConfigureAwait(false))
            {
                var buffer = new byte[81920];
                int read;
                while ((read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                    length += read;
                }

                file.Flush(flushToDisk: true);
            }

            var address = new BlobAddress(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
            var folder = Directory.CreateDirectory(Path.Combine(root, address.Sha256[..2])).FullName;
            File.Move(draft, Path.Combine(folder, address.Sha256), overwrite: true);
            SyncFolder(folder);
            SyncFolder(root);
            return address;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public IAsyncEnumerable<BlobAddress> ListAsync(CancellationToken cancellationToken) => !Directory.Exists(root)
        ? AsyncEnumerable.Empty<BlobAddress>()
        : Directory.EnumerateDirectories(root).SelectMany(Directory.EnumerateFiles).Where(f => Path.GetFileName(f).Length == 64).Order(StringComparer.Ordinal)
            .Select(f => new BlobAddress(Path.GetFileName(f), new FileInfo(f).Length)).ToAsyncEnumerable();

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken)
    {
        var isAddress = sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower);
        var path = isAddress ? Path.Combine(root, sha256[..2], sha256) : "";
        return Task.FromResult<Stream?>(isAddress && File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 81920, useAsync: true) : null);
    }

    /// <summary>A new name is only durable when its folder is.</summary>
    private static void SyncFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(path, 0);
        if (descriptor < 0 || Sync(descriptor) != 0)
        {
            throw new IOException($"The folder {path} could not be synced (error {Marshal.GetLastPInvokeError()}); the file is not safe.");
        }

        _ = Close(descriptor);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
