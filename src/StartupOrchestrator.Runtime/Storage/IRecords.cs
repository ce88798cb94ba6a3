using StartupOrchestrator.Domain.Actors;
using NodaTime;

namespace StartupOrchestrator.Runtime.Storage;

/// <summary>Reads the journal and its audit facts.</summary>
public interface IJournalReader
{
    /// <summary>Entries of one stream from a version on, in order.</summary>
    IAsyncEnumerable<JournalEntry> ReadStreamAsync(string stream, long fromVersion, CancellationToken cancellationToken);

    /// <summary>All streams, by name.</summary>
    IAsyncEnumerable<string> StreamsAsync(CancellationToken cancellationToken);

    /// <summary>Audit facts, newest first.</summary>
    Task<IReadOnlyList<StoredAuditFact>> AuditAsync(AuditQuery query, CancellationToken cancellationToken);

    /// <summary>Changes since a position (null: from now on), oldest first, for live updates; readers never skip a slow transaction.</summary>
    Task<ChangePage> ChangesAsync(string? after, int limit, CancellationToken cancellationToken);
}

/// <summary>An audit fact with the stream it is of.</summary>
public sealed record StoredAuditFact(string Stream, AuditFact Fact);

/// <summary>Which audit facts; null members are not restricted. <paramref name="Before"/> is the text of an <see cref="AuditPosition"/>.</summary>
public sealed record AuditQuery(string? Stream, string? By, ActorKind? Kind, Instant? From, Instant? To, string? Study, int Limit, string? Before);

/// <summary>Streams that changed.</summary>
/// <param name="Changes">In order.</param>
/// <param name="Position">Pass it as <c>after</c> next time.</param>
public sealed record ChangePage(IReadOnlyList<StreamChange> Changes, string Position)
{
    /// <summary>Something later was committed that cannot be read yet, because an older transaction is still under way.</summary>
    public bool Behind { get; init; }
}

/// <summary>A stream reached a version.</summary>
public sealed record StreamChange(string Stream, long Version);

/// <summary>Reads and erases personal values.</summary>
public interface IPersonalValues
{
    /// <summary>Values by id; an erased one is missing.</summary>
    Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Erases all values of a subject; the records keep their references and hashes.</summary>
    Task<int> EraseAsync(string subject, CancellationToken cancellationToken);
}

/// <summary>Content-addressed files: durable before the commit that names them.</summary>
public interface IBlobStore
{
    /// <summary>Stores the content and returns its address.</summary>
    /// <exception cref="IOException">The disk is full or away; nothing is kept.</exception>
    Task<BlobAddress> PutAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>Opens content for reading; null when it is not there.</summary>
    Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Everything that is kept, by address.</summary>
    IAsyncEnumerable<BlobAddress> ListAsync(CancellationToken cancellationToken);
}

/// <summary>Where content lies.</summary>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Length">Bytes.</param>
public sealed record BlobAddress(string Sha256, long Length);
