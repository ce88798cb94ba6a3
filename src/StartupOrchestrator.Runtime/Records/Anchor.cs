using NodaTime;

namespace StartupOrchestrator.Runtime.Records;

/// <summary>The heads of all streams at a moment, signed and chained to the anchor before; kept outside the database.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="At">When it was taken (UTC).</param>
/// <param name="Previous">Signature of the anchor before; empty for the first.</param>
/// <param name="Heads">All streams as of this anchor: those of the file's line and, where they did not change, of earlier ones.</param>
/// <param name="Signature">HMAC-SHA256 (hex) over everything before.</param>
public sealed record Anchor(long Number, Instant At, string Previous, IReadOnlyList<AnchoredHead> Heads, string Signature);

/// <summary>A stream's head.</summary>
public sealed record AnchoredHead(string Stream, long Version, string Head);
