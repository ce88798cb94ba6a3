using System.Globalization;

namespace StartupOrchestrator.Runtime.Storage;

/// <summary>Where a page of audit facts ended; <see cref="AuditQuery.Before"/> is its text. Order: recorded time, stream, version.</summary>
public sealed record AuditPosition(string At, string Stream, long Version)
{
    /// <summary>The position of a fact.</summary>
    public static AuditPosition Of(StoredAuditFact fact) => new(StoreTime.Format(fact.Fact.At), fact.Stream, fact.Fact.Version);

    /// <summary>Reads the text form.</summary>
    /// <exception cref="ArgumentException">It is not a position.</exception>
    public static AuditPosition Parse(string text)
    {
        var parts = text.Split('|');
        return parts.Length == 3 && long.TryParse(parts[2], CultureInfo.InvariantCulture, out var version)
            ? new AuditPosition(parts[0], parts[1], version)
            : throw new ArgumentException($"'{text}' is not a position in the audit facts. Start again without it.", nameof(text));
    }

    /// <summary>Negative when this fact is older than the other, positive when newer.</summary>
    public int OrderTo(AuditPosition other)
    {
        var at = string.CompareOrdinal(At, other.At);
        var stream = string.CompareOrdinal(Stream, other.Stream);
        return at != 0 ? at : stream != 0 ? stream : Version.CompareTo(other.Version);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At}|{Stream}|{Version}");
}
