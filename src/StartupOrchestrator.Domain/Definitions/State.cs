using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Domain.Definitions;

/// <summary>A workflow definition: drafts of persons, and published versions that never change.</summary>
public sealed record DefinitionState
{
    /// <summary>False before the first event.</summary>
    public bool Exists { get; init; }

    /// <summary>Name in words.</summary>
    public string Title { get; init; } = "";

    /// <summary>Drafts by the key of the person who owns them.</summary>
    public ImmutableSortedDictionary<string, DefinitionDraft> Drafts { get; init; } = ImmutableSortedDictionary<string, DefinitionDraft>.Empty;

    /// <summary>Published versions in order.</summary>
    public ImmutableArray<PublishedVersion> Versions { get; init; } = [];

    /// <summary>The version that new plans start from; null when there is none.</summary>
    public PublishedVersion? Current => Versions.LastOrDefault(v => v.RetractedAt is null);
}

/// <summary>What somebody is working on.</summary>
/// <param name="Content">Verbatim JSON.</param>
/// <param name="BasedOn">Version it was begun from; 0 for a new definition.</param>
/// <param name="SavedAt">Last saved (UTC).</param>
public sealed record DefinitionDraft(string Content, int BasedOn, Instant SavedAt);

/// <summary>A version as published.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Content">Verbatim JSON; never changes.</param>
/// <param name="Hash">SHA-256 (hex) of the content.</param>
/// <param name="By">Who published it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Note">What changed and why.</param>
/// <param name="RetractedAt">No new plans start from it since (UTC).</param>
public sealed record PublishedVersion(int Number, string Content, string Hash, string By, Instant At, PersonalRef Note, Instant? RetractedAt = null);
