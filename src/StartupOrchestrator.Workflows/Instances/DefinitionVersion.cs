using NodaTime;
using StartupOrchestrator.Workflows.Definitions;

namespace StartupOrchestrator.Workflows.Instances;

/// <summary>A published version of a definition. Its document never changes again.</summary>
/// <param name="Number">Version number, from 1.</param>
/// <param name="Definition">The document.</param>
/// <param name="PublishedBy">Id of the person who published it.</param>
/// <param name="Note">What changed and why, in that person's words.</param>
/// <param name="PublishedAt">When, UTC.</param>
/// <param name="IsRetracted">Whether new instances must not start with it any more.</param>
public sealed record DefinitionVersion(int Number, WorkflowDefinition Definition, string PublishedBy, string Note, Instant PublishedAt, bool IsRetracted = false);

/// <summary>One person's unpublished work on a definition.</summary>
/// <param name="Person">Id of the person; each has at most one draft of a definition.</param>
/// <param name="BasedOn">Number of the version it was begun from; 0 for a new definition.</param>
/// <param name="Definition">The document so far.</param>
/// <param name="SavedAt">When it was saved last, UTC.</param>
public sealed record DefinitionDraft(string Person, int BasedOn, WorkflowDefinition Definition, Instant SavedAt);

/// <summary>Why something cannot be done with the versions of a definition.</summary>
/// <param name="Code">Stable name: <c>no-draft</c>, <c>no-note</c>, <c>not-publishable</c>, <c>outdated</c>, <c>no-version</c>, <c>other-definition</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Problems">Findings that stand in the way of publishing.</param>
public sealed record VersionRefusal(string Code, string Message, IReadOnlyList<DefinitionProblem> Problems);

/// <summary>The new versions, or why not.</summary>
/// <param name="Versions">State afterwards; the same as before when refused.</param>
/// <param name="Refusal">Why nothing was done; null when it was.</param>
public sealed record VersionResult(DefinitionVersions Versions, VersionRefusal? Refusal = null);
