using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Records;

/// <summary>
/// The file of anchors: one JSON line each, holding only what changed since the line before. Without the key nobody can
/// write a line that fits, so a deleted stream, a cut tail or a chain written anew shows, as long as the file and the
/// key are kept apart from the database.
/// </summary>
/// <param name="path">The file; made at the first anchor.</param>
/// <param name="key">Secret of 32 bytes; <see cref="LoadOrMakeKey"/> keeps one in the data folder.</param>
public sealed class AnchorFile(string path, byte[] key)
{
    /// <summary>The key of a data folder, made at first use and readable by its owner only.</summary>
    public static byte[] LoadOrMakeKey(string folder)
    {
        var file = Path.Combine(folder, "anchor.key");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(folder);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var stream = new FileStream(file, options);
            stream.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
            stream.Flush(flushToDisk: true);
        }

        return Convert.FromHexString(File.ReadAllText(file).Trim());
    }

    /// <summary>Adds an anchor of the database as it is.</summary>
    /// <exception cref="AnchorException">The file was changed, or the database contradicts it.</exception>
    public async Task<Anchor> AddAsync(IStorage storage, Instant now, CancellationToken cancellationToken)
    {
        var last = Read();
        var known = last?.Heads.ToDictionary(h => h.Stream) ?? [];
        var changed = new List<AnchoredHead>();
        await foreach (var state in storage.Records.StatesAsync(cancellationToken).ConfigureAwait(false))
        {
            var before = known.GetValueOrDefault(state.Stream);
            if (before is not null && (before.Version > state.State.Version || (before.Version == state.State.Version && before.Head != state.State.Head)))
            {
                throw new AnchorException($"{state.Stream} is not what the last anchor knew: nothing was anchored. Run verify-audit.");
            }

            if (before?.Version != state.State.Version)
            {
                changed.Add(new AnchoredHead(state.Stream, state.State.Version, state.State.Head));
            }
        }

        var line = Sign(new Line((last?.Number ?? 0) + 1, now, last?.Signature ?? "", changed, ""));
        using (var file = new FileStream(path, FileMode.Append, FileAccess.Write))
        {
            file.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line, DomainJson.Options) + "\n"));
            file.Flush(flushToDisk: true);
        }

        return Read()!;
    }

    /// <summary>The newest anchor, all lines checked; null when there is none.</summary>
    /// <exception cref="AnchorException">A line was changed, removed or put in by somebody without the key.</exception>
    public Anchor? Read()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var heads = new SortedDictionary<string, AnchoredHead>(StringComparer.Ordinal);
        Line? last = null;
        foreach (var text in File.ReadLines(path))
        {
            var number = (last?.Number ?? 0) + 1;
            var line = Parse(text, number);
            if (line.Number != number || line.Previous != (last?.Signature ?? "") || Sign(line).Signature != line.Signature)
            {
                throw new AnchorException($"Line {number} of {path} is not what was written there: it was changed, or a line before it was taken out.");
            }

            foreach (var head in line.Changed)
            {
                heads[head.Stream] = head;
            }

            last = line;
        }

        return last is null ? null : new Anchor(last.Number, last.At, last.Previous, [.. heads.Values], last.Signature);
    }

    private Line Parse(string text, long number)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(text, DomainJson.Options)!;
        }
        catch (JsonException e)
        {
            throw new AnchorException($"Line {number} of {path} cannot be read: {e.Message}", e);
        }
    }

    private Line Sign(Line line)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{line.Number}\n{StoreTime.Format(line.At)}\n{line.Previous}\n");
        foreach (var head in line.Changed)
        {
            text.Append(CultureInfo.InvariantCulture, $"{head.Stream} {head.Version} {head.Head}\n");
        }

        return line with { Signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text.ToString()))) };
    }

    private sealed record Line(long Number, Instant At, string Previous, IReadOnlyList<AnchoredHead> Changed, string Signature);
}

/// <summary>The file of anchors is not what was written.</summary>
public sealed class AnchorException(string message, Exception? inner = null) : Exception(message, inner);
