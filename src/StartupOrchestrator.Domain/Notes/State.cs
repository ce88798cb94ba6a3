using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Notes;

/// <summary>A note with its answers.</summary>
public sealed record NoteState
{
    /// <summary>Where it stands; null before it was written.</summary>
    public Scope? Scope { get; init; }

    /// <summary>The record it speaks of.</summary>
    public ActorId? About { get; init; }

    /// <summary>The note and its answers, in order.</summary>
    public ImmutableArray<NoteMessage> Messages { get; init; } = [];

    /// <summary>People who were mentioned and have neither answered nor said that they saw it.</summary>
    public ImmutableSortedSet<string> Waiting { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Taken back.</summary>
    public bool Withdrawn { get; init; }
}

/// <summary>One message.</summary>
/// <param name="By">Key of the author.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Text">Its words.</param>
/// <param name="Mentions">Keys of the people mentioned.</param>
public sealed record NoteMessage(string By, Instant At, PersonalRef Text, ImmutableArray<string> Mentions);
