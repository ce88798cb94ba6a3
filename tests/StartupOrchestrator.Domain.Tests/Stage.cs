using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Tests;

/// <summary>
/// Puts commands to one actor and checks after each what holds for every actor: events survive being written and read,
/// the state survives it too, the row and the facts can be made, names of facts and effects are unique.
/// </summary>
internal sealed class Stage<TState>(ActorType<TState> rules, ActorId self)
    where TState : class
{
    private static readonly ContractCatalog Catalog = ContractCatalog.Scan();
    private int commands;

    public const string Anna = "person/anna";
    public const string Boris = "person/boris";

    public TState State { get; private set; } = rules.Empty;

    public List<Event> Events { get; } = [];

    public Decision Last { get; private set; } = Decision.Nothing;

    public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 23, 10, 0);

    public Dictionary<ActorId, Evidence> Evidence { get; } = [];

    public IReadOnlyList<Effect> Effects => Last is Decision.Accepted accepted ? accepted.Effects : [];

    public JsonNode? Answer => (Last as Decision.Accepted)?.Answer;

    public Refusal Refusal => Assert.IsType<Decision.Refused>(Last).Refusal;

    public ViewRow Row => rules.View(self, State)!;

    public bool Holds(string fact) => rules.Facts(State).Any(f => f.Name == fact);

    public JsonNode? Fact(string fact) => rules.Facts(State).Single(f => f.Name == fact).Data;

    public IEnumerable<string> Claims => rules.Claims(State);

    /// <summary>Tries a command.</summary>
    public Decision Try(Command command, string by = Anna, bool reason = false, Cause? cause = null, string? onBehalfOf = null, ActorId? sender = null)
    {
        var origin = new Origin(by) { Reason = reason ? new PersonalRef("reason", "00") : null, Cause = cause, OnBehalfOf = onBehalfOf, Sender = sender };
        var needed = rules.EvidenceFor(State, command).ToHashSet();
        var context = new DecisionContext(self, $"c{++commands}", Now, origin)
        {
            Evidence = System.Collections.Immutable.ImmutableDictionary.CreateRange(Evidence.Where(e => needed.Contains(e.Key))),
        };
        Last = rules.Decide(State, command, context);
        if (Last is Decision.Accepted accepted)
        {
            foreach (var e in accepted.Events)
            {
                State = rules.Apply(State, Reread(e));
                Events.Add(e);
            }

            Check(accepted);
        }

        return Last;
    }

    /// <summary>Puts a command that must be accepted.</summary>
    public Stage<TState> Do(Command command, string by = Anna, bool reason = false, Cause? cause = null, string? onBehalfOf = null, ActorId? sender = null)
    {
        var decision = Try(command, by, reason, cause, onBehalfOf, sender);
        Assert.True(decision is Decision.Accepted, $"{command} was refused: {(decision as Decision.Refused)?.Refusal.Message}");
        return this;
    }

    /// <summary>Puts a command that must be refused.</summary>
    public Refusal Refuses(Command command, string by = Anna, bool reason = false, Cause? cause = null, string? onBehalfOf = null, ActorId? sender = null)
    {
        Try(command, by, reason, cause, onBehalfOf, sender);
        return Refusal;
    }

    public static string Text(object state) => JsonSerializer.Serialize(state, state.GetType(), DomainJson.Options);

    private static Event Reread(Event e) => Catalog.Read<Event>(Catalog.Write(e));

    private void Check(Decision.Accepted accepted)
    {
        var text = Text(State);
        Assert.Equal(text, Text(JsonSerializer.Deserialize<TState>(text, DomainJson.Options)!));
        Assert.Equal(text, Text(Events.Aggregate(rules.Empty, rules.Apply)));
        var row = rules.View(self, State);
        Assert.NotNull(row?.Status ?? (State.Equals(rules.Empty) ? "" : ""));
        Assert.Equal(rules.Facts(State).Select(f => f.Name).Distinct().Count(), rules.Facts(State).Count());
        var keys = accepted.Effects.Select(e => e switch
        {
            Tell t => $"tell {t.Key}", SetTimer t => $"timer {t.Key}", ClearTimer t => $"timer {t.Key}", SendMail m => $"mail {m.Key}", _ => e.ToString(),
        }).ToArray();
        Assert.Equal(keys.Distinct().Count(), keys.Length);
        foreach (var tell in accepted.Effects.OfType<Tell>())
        {
            Catalog.Read<Command>(Catalog.Write(tell.Command));
        }
    }
}

/// <summary>Things that many tests need.</summary>
internal static class Given
{
    public static readonly Scope Site = new("spn", "s1", "PL", "s1.004");
    public static readonly Scope Country = new("spn", "s1", "PL");
    public static readonly Cause Plan = new(new ActorId(ActorKind.Workflow, "w1"), "site-start-up", 3, "step-7");

    public static PersonalRef Text(string id = "t1") => new(id, "ab");

    public static FileRef File(char digit = 'a') => new(new string(digit, 64), Text("file"), 1234, "application/pdf");
}
