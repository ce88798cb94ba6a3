using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Notes;

/// <summary>The rules of notes: a thread of messages that is never rewritten, and who still has to look at it.</summary>
public sealed class NoteActor : ActorType<NoteState>
{
    private const int MostMentions = 20;

    /// <inheritdoc/>
    public override ActorKind Kind => ActorKind.Note;

    /// <inheritdoc/>
    public override NoteState Empty { get; } = new();

    /// <inheritdoc/>
    public override NoteState Apply(NoteState state, Event e) => e switch
    {
        NoteWritten x => With(state with { Scope = x.Scope, About = x.About }, x.Message),
        NoteReplied x => With(state, x.Message),
        NoteAcknowledged x => state with { Waiting = state.Waiting.Remove(x.Person) },
        NoteWithdrawn => state with { Withdrawn = true, Waiting = state.Waiting.Clear() },
        _ => state,
    };

    /// <inheritdoc/>
    public override Decision Decide(NoteState state, Command command, DecisionContext context) => command switch
    {
        WriteNote when state.Scope is not null => context.Exists("note"),
        WriteNote { Mentions.IsDefault: false, Mentions.Length: > MostMentions } or ReplyToNote { Mentions.IsDefault: false, Mentions.Length: > MostMentions } =>
            Decision.Refuse(Refusal.Invalid("mentions", $"Mention at most {MostMentions} people; whom a whole team shall hear, tell once.")),
        WriteNote c => Decision.Accept(new NoteWritten(c.Scope, c.About, Message(c.Text, c.Mentions, context))),
        _ when state.Scope is null => context.NotThere("note"),
        _ when state.Withdrawn => Decision.Refuse(Refusal.NotAllowed("The note", "answering it", "withdrawn", "write a new note")),
        ReplyToNote c => Decision.Accept(new NoteReplied(Message(c.Text, c.Mentions, context))),
        AcknowledgeNote => state.Waiting.Contains(context.Actor()) ? Decision.Accept(new NoteAcknowledged(context.Actor())) : Decision.Nothing,
        WithdrawNote => Withdraw(state, context),
        _ => context.NotUnderstood(command),
    };

    /// <inheritdoc/>
    public override IEnumerable<Fact> Facts(NoteState state) => state.Scope is null ? [] : [new Fact("exists")];

    /// <inheritdoc/>
    public override ViewRow? View(ActorId id, NoteState state) => state.Scope?.Into(new ViewRow
    {
        Type = "note",
        Status = state.Withdrawn ? "withdrawn" : "open",
        Owner = state.Messages[0].By,
        Doc = new JsonObject().Set("about", state.About?.ToString()).Set("count", state.Messages.Length).Set("lastBy", state.Messages[^1].By).Set("lastAt", state.Messages[^1].At)
            .Set("waiting", [.. state.Waiting]).NestAll("messages", state.Withdrawn ? [] : state.Messages),
    });

    private static Decision Withdraw(NoteState state, DecisionContext context) =>
        state.Messages[0].By != context.Actor() ? Decision.Refuse(new Refusal(RefusalKind.Forbidden, "note.not-yours", "Only the author takes a note back. Answer it instead."))
        : context.MissingReason("take a note back") is { } missing ? Decision.Refuse(missing)
        : Decision.Accept(new NoteWithdrawn(context.Actor(), context.Now));

    private static NoteMessage Message(PersonalRef text, ImmutableArray<string> mentions, DecisionContext context) =>
        new(context.Actor(), context.Now, text, [.. mentions.OrEmpty().Select(Asking.PersonKey).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    private static NoteState With(NoteState state, NoteMessage message) => state with
    {
        Messages = state.Messages.Add(message), Waiting = state.Waiting.Remove(message.By).Union(message.Mentions.OrEmpty().Where(m => m != message.By)),
    };
}
