using System.Collections.Immutable;

namespace StartupOrchestrator.Domain.Actors;

/// <summary>Why a command has no effect, in words for the person who asked.</summary>
/// <param name="Kind">What sort of refusal; decides the HTTP status.</param>
/// <param name="Code">Stable name for programs, for example <c>site.not-selected</c>.</param>
/// <param name="Message">What is wrong, where, and what to do instead. No personal values.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Message)
{
    /// <summary>The state that the actor is in, where that is the reason.</summary>
    public string? State { get; init; }

    /// <summary>What is allowed instead.</summary>
    public ImmutableArray<string> Allowed { get; init; } = [];

    /// <summary>The field that is wrong, in the caller's spelling (camelCase path).</summary>
    public string? Field { get; init; }

    /// <summary>Conditions that do not hold, each with its owner, for the gates.</summary>
    public ImmutableArray<UnmetCondition> Unmet { get; init; } = [];

    /// <summary>An act that the present state does not allow.</summary>
    public static Refusal NotAllowed(string what, string act, string state, params ReadOnlySpan<string> allowed) =>
        new Refusal(RefusalKind.NotAllowed, "state.not-allowed",
            allowed.Length == 0
                ? $"{what} is {state}: {act} is not possible."
                : $"{what} is {state}: {act} is not possible. Possible now: {string.Join(", ", allowed.ToArray())}.")
        {
            State = state,
            Allowed = [.. allowed],
        };

    /// <summary>A value that cannot be right.</summary>
    public static Refusal Invalid(string field, string message) => new(RefusalKind.Invalid, "value.invalid", message) { Field = field };
}

/// <summary>A condition of a gate that does not hold.</summary>
/// <param name="Condition">What must hold.</param>
/// <param name="Owner">Role or party who can make it hold.</param>
/// <param name="Since">Not held since; null when never.</param>
public sealed record UnmetCondition(string Condition, string Owner, NodaTime.LocalDate? Since = null);

/// <summary>Sorts of refusal.</summary>
public enum RefusalKind
{
    /// <summary>The state does not allow it (409).</summary>
    NotAllowed,

    /// <summary>A value is wrong (422).</summary>
    Invalid,

    /// <summary>It does not exist, or not for this caller (404).</summary>
    NotFound,

    /// <summary>Somebody else was first (412).</summary>
    Changed,

    /// <summary>The caller may not (403): nobody approves what they requested.</summary>
    Forbidden,

    /// <summary>The name is taken by another actor (409).</summary>
    NotUnique,

    /// <summary>The command id was used with another body (422).</summary>
    CommandIdReused,
}
