using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors.Effects;

namespace StartupOrchestrator.Domain.Actors;

/// <summary>What a command leads to: events and effects, or a refusal. Nothing has happened until it is committed.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>The command takes effect. No events and no effects: it was already so.</summary>
    public sealed record Accepted(ImmutableArray<Event> Events, ImmutableArray<Effect> Effects) : Decision
    {
        /// <summary>Told to the caller now and whenever the same command id comes again; no personal values.</summary>
        public JsonNode? Answer { get; init; }
    }

    /// <summary>The command has no effect.</summary>
    public sealed record Refused(Refusal Refusal) : Decision;

    /// <summary>It was already so: nothing to record.</summary>
    public static Decision Nothing { get; } = new Accepted([], []);

    /// <summary>Accepts with these events.</summary>
    public static Accepted Accept(params ReadOnlySpan<Event> events) => new([.. events], []);

    /// <summary>Refuses.</summary>
    public static Decision Refuse(Refusal refusal) => new Refused(refusal);
}

/// <summary>Adds effects to an accepted decision, so that rules read as one sentence.</summary>
public static class DecisionExtensions
{
    /// <summary>Adds effects.</summary>
    public static Decision.Accepted With(this Decision.Accepted decision, params ReadOnlySpan<Effect> effects) =>
        decision with { Effects = [.. decision.Effects, .. effects] };

    /// <summary>Sets the answer.</summary>
    public static Decision.Accepted Answering(this Decision.Accepted decision, JsonNode? answer) => decision with { Answer = answer };
}
