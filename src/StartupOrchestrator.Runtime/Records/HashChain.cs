using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Records;

/// <summary>
/// Makes a stream tamper-evident: each entry's hash covers the stream's name, every field as the exact text that is kept,
/// and the hash before. Fields are written with their length first, so that no two entries read alike.
/// </summary>
public static class HashChain
{
    /// <summary>What the first entry of a stream chains to.</summary>
    public static string Start { get; } = new('0', 64);

    /// <summary>The hash of an entry; its own <see cref="JournalEntry.Hash"/> is not looked at.</summary>
    public static string Of(string stream, JournalEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var field in (ReadOnlySpan<string>)[
            stream, Number(entry.Version), entry.Type, Number(entry.TypeVersion), Text(entry.BusinessTime), Text(entry.RecordedAt),
            entry.By, entry.CommandId, entry.Cause, entry.Data, entry.PreviousHash])
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The entry with its hash filled in.</summary>
    public static JournalEntry Seal(string stream, JournalEntry entry) => entry with { Hash = Of(stream, entry) };

    private static string Text(Instant instant) => StoreTime.Format(instant);

    private static string Number(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
