using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Letters;

/// <summary>What became of a mail.</summary>
public enum LetterOutcome
{
    /// <summary>It left.</summary>
    Sent,

    /// <summary>The installation sends to nobody, or not to this address.</summary>
    Withheld,

    /// <summary>The receiver's server refused it for good.</summary>
    Refused,
}

/// <summary>Records that a mail was handed over, or why not. Its words can be made again from template and record; none are kept here.</summary>
/// <param name="Scope">What it was about.</param>
/// <param name="Template">Template, for example <c>task-reminder</c>.</param>
/// <param name="To">Key of the person.</param>
/// <param name="About">The record it was about: a task, else null.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Code">For a refused one: the code that the receiver's server gave.</param>
[Contract("letter.record")]
public sealed record RecordLetter(Scope Scope, string Template, string To, ActorId? About, LetterOutcome Outcome, Instant At, string? Code = null) : Command;

/// <summary>A mail was handed over, or not.</summary>
[Contract("letter.recorded")]
public sealed record LetterRecorded(Scope Scope, string Template, string To, ActorId? About, LetterOutcome Outcome, Instant At, string? Code) : Event;

/// <summary>A mail that left, or should have.</summary>
public sealed record LetterState(LetterRecorded? Last = null);

/// <summary>The rules of sent mail: it is recorded and never changes; the same mail tried again replaces what became of it.</summary>
public sealed class LetterActor : ActorType<LetterState>
{
    /// <inheritdoc/>
    public override ActorKind Kind => ActorKind.Letter;

    /// <inheritdoc/>
    public override LetterState Empty { get; } = new();

    /// <inheritdoc/>
    public override LetterState Apply(LetterState state, Event e) => e is LetterRecorded x ? new LetterState(x) : state;

    /// <inheritdoc/>
    public override Decision Decide(LetterState state, Command command, DecisionContext context) => command is RecordLetter c
        ? Decision.Accept(new LetterRecorded(c.Scope, c.Template, c.To, c.About, c.Outcome, c.At, c.Code))
        : context.NotUnderstood(command);

    /// <inheritdoc/>
    public override IEnumerable<Fact> Facts(LetterState state) => state.Last is null ? [] : [new Fact("exists")];

    /// <inheritdoc/>
    public override ViewRow? View(ActorId id, LetterState state) => state.Last is not { } x ? null : x.Scope.Into(new ViewRow
    {
        Type = x.Template,
        Status = StatusName.Of(x.Outcome),
        Owner = x.To,
        Due = x.At.InUtc().Date,
        Doc = new JsonObject().Set("at", x.At).Set("about", x.About?.ToString()).Set("code", x.Code),
    });
}
