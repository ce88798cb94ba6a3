using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;

namespace StartupOrchestrator.Runtime.Hosting;

/// <summary>A decision with the state that follows from it.</summary>
public abstract record ShellDecision
{
    private ShellDecision()
    {
    }

    /// <summary>Takes effect; at least one event, the kernel's own <c>kernel.noted</c> if the actor had none.</summary>
    public sealed record Accepted(ImmutableArray<Event> Events, ImmutableArray<Effect> Effects, ShellState After, JsonNode? Answer) : ShellDecision;

    /// <summary>Takes no effect.</summary>
    public sealed record Refused(Refusal Refusal) : ShellDecision;
}
