using NodaTime;

namespace StartupOrchestrator.Domain.Actors;

/// <summary>Who asked, for whom, why, and by which plan: the part of a command that every record keeps.</summary>
/// <param name="By">The person who acts (<c>person/…</c>), or <see cref="SystemActor"/> when a plan, a timer or a relay does.</param>
public sealed record Origin(string By)
{
    /// <summary>The name under which the product itself acts; <see cref="Cause"/> then says by which plan.</summary>
    public const string SystemActor = "system";

    /// <summary>The product acting without a plan: timers, relays, migrations.</summary>
    public static Origin System { get; } = new(SystemActor);

    /// <summary>The person for whom the act was recorded (a site contact who phoned), if not <see cref="By"/>.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Why, as entered; free text is personal and therefore a reference.</summary>
    public PersonalRef? Reason { get; init; }

    /// <summary>When it happened in the world (UTC); null when that is the moment of recording.</summary>
    public Instant? BusinessTime { get; init; }

    /// <summary>The actor that passed the command on, when it did not come straight from outside.</summary>
    public ActorId? Sender { get; init; }

    /// <summary>The running plan that asked for it, if one did.</summary>
    public Cause? Cause { get; init; }
}

/// <summary>The step of a running plan that caused a command.</summary>
/// <param name="Instance">The running plan's actor.</param>
/// <param name="Definition">Definition id.</param>
/// <param name="Version">Published version the instance is pinned to.</param>
/// <param name="Activity">Id of the activity within the definition.</param>
public sealed record Cause(ActorId Instance, string Definition, int Version, string Activity);
