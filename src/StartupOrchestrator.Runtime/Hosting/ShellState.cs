using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Runtime.Hosting;

/// <summary>What a state document holds: the actor's own state and what the kernel keeps beside it.</summary>
/// <param name="Inner">State object of the actor type.</param>
/// <param name="InnerVersion">Version of the last event of the actor's own; 0 while only the kernel wrote, that is, while it does not exist.</param>
/// <param name="Subscribers">Who waits for facts of this actor, in order of arrival.</param>
public sealed record ShellState(object Inner, long InnerVersion, ImmutableArray<Subscriber> Subscribers)
{
    /// <summary>Whether the actor exists for its callers.</summary>
    public bool Exists => InnerVersion > 0;
}

/// <summary>A wait for a fact.</summary>
/// <param name="Fact">The fact's name.</param>
/// <param name="Actor">Who waits.</param>
/// <param name="Token">The waiting actor's own name for the wait.</param>
/// <param name="Once">Let go with the first telling.</param>
public sealed record Subscriber(
    string Fact, ActorId Actor, string Token, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Once = false);
