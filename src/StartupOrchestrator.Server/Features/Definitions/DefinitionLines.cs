using System.Text.Json.Nodes;
using NodaTime;

namespace StartupOrchestrator.Server.Features.Definitions;

/// <summary>A workflow definition in a list.</summary>
/// <param name="Key">Its logical id.</param>
/// <param name="RecordVersion">Version of the record: the ETag.</param>
/// <param name="Title">Name in words.</param>
/// <param name="Status">draft, published or retracted.</param>
/// <param name="Version">Version that new plans start from; null when there is none.</param>
/// <param name="PublishedAt">When it was published (UTC).</param>
/// <param name="PublishedByName">Who published it; null for the product.</param>
/// <param name="HasDraft">The caller has a draft.</param>
public sealed record DefinitionLine(string Key, long RecordVersion, string? Title, string Status, int? Version, Instant? PublishedAt, string? PublishedByName, bool HasDraft);

/// <summary>One definition with its versions.</summary>
/// <param name="Definition">Its line.</param>
/// <param name="Versions">Published versions, newest first.</param>
/// <param name="Content">Content of the version that new plans start from (Elsa 3 JSON).</param>
public sealed record DefinitionDetail(DefinitionLine Definition, IReadOnlyList<VersionLine> Versions, JsonNode? Content);

/// <summary>A published version.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Hash">SHA-256 of its content.</param>
/// <param name="By">Who published it.</param>
/// <param name="ByName">Their name.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Note">What changed and why.</param>
/// <param name="RetractedAt">No new plans start from it since (UTC).</param>
public sealed record VersionLine(int Number, string Hash, string By, string? ByName, Instant At, string? Note, Instant? RetractedAt);

/// <summary>The caller's draft.</summary>
/// <param name="Content">Elsa 3 JSON.</param>
/// <param name="BasedOn">Version it was begun from.</param>
/// <param name="SavedAt">When it was last saved (UTC).</param>
/// <param name="Problems">What is wrong with it, with the place.</param>
public sealed record DraftLine(JsonNode? Content, int BasedOn, Instant SavedAt, IReadOnlyList<ProblemLine> Problems);

/// <summary>A finding about a definition.</summary>
/// <param name="Severity">error refuses publishing; warning does not.</param>
/// <param name="Code">Stable name of the rule.</param>
/// <param name="Path">Place in the document.</param>
/// <param name="ActivityId">Activity concerned.</param>
/// <param name="ActivityName">Its name on the canvas.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record ProblemLine(string Severity, string Code, string Path, string? ActivityId, string? ActivityName, string Message);

/// <summary>A draft to be kept.</summary>
/// <param name="Content">Elsa 3 JSON.</param>
/// <param name="BasedOn">Version it was begun from; 0 for a new definition.</param>
/// <param name="Title">Name in words.</param>
public sealed record SaveDraftRequest(JsonNode Content, int BasedOn, string? Title);

/// <summary>Asks to publish the caller's draft.</summary>
/// <param name="Note">What changed and why.</param>
public sealed record PublishRequest(string Note);

/// <summary>Asks to retract a version.</summary>
/// <param name="Reason">Why.</param>
public sealed record RetractRequest(string Reason);
