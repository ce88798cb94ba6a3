using System.IO.Compression;
using System.Security.Cryptography;

namespace StartupOrchestrator.Storage.Backup;

/// <summary>A ZIP being written, with the SHA-256 of each entry's content.</summary>
internal sealed class HashedZip(Stream target) : IDisposable
{
    private readonly ZipArchive zip = new(target, ZipArchiveMode.Create, leaveOpen: true);

    public SortedDictionary<string, string> Hashes { get; } = new(StringComparer.Ordinal);

    public async Task AddAsync(string name, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (entry.ConfigureAwait(false))
        {
            using var hash = SHA256.Create();
            var hashed = new CryptoStream(entry, hash, CryptoStreamMode.Write, leaveOpen: true);
            await using (hashed.ConfigureAwait(false))
            {
                await write(hashed).ConfigureAwait(false);
                await hashed.FlushFinalBlockAsync(cancellationToken).ConfigureAwait(false);
            }

            Hashes[name] = Convert.ToHexStringLower(hash.Hash!);
        }
    }

    /// <summary>Reads every entry of a ZIP and compares it with what its manifest says.</summary>
    /// <returns>Names that do not fit; empty when all do.</returns>
    public static async Task<IReadOnlyList<string>> MismatchesAsync(ZipArchive zip, IReadOnlyDictionary<string, string> expected, CancellationToken cancellationToken)
    {
        var wrong = zip.Entries.Select(e => e.FullName).Where(n => n != BackupManifest.EntryName && !expected.ContainsKey(n)).ToList();
        foreach (var (name, hash) in expected)
        {
            if (zip.GetEntry(name) is not { } entry)
            {
                wrong.Add(name);
                continue;
            }

            try
            {
                var content = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
                await using (content.ConfigureAwait(false))
                {
                    if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken).ConfigureAwait(false)) != hash)
                    {
                        wrong.Add(name);
                    }
                }
            }
            catch (InvalidDataException)
            {
                wrong.Add(name);
            }
        }

        return wrong;
    }

    public void Dispose() => zip.Dispose();
}
