using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Testing.Actors;

public sealed record ProbeState(int Total, string Status, string? Study, string? Title, ImmutableArray<string> Names, ImmutableArray<string> Heard);

/// <summary>
/// An actor for tests of the kernel: adds numbers (a negative total is refused), uses every effect, tells facts
/// <c>total:10</c>, <c>total:20</c> and <c>status:…</c>, and keeps what it hears.
/// </summary>
public sealed class ProbeActor(ActorKind kind) : ActorType<ProbeState>
{
    public static ContractCatalog Catalog { get; } = ContractCatalog.Scan(typeof(ProbeActor).Assembly);

    public static IEnumerable<IActorType> All => Enum.GetValues<ActorKind>().Select(k => new ProbeActor(k));

    public override ActorKind Kind => kind;

    public override bool HearsRefusals => kind == ActorKind.Workflow;

    public override ProbeState Empty => new(0, "new", null, null, [], []);

    public override ProbeState Apply(ProbeState state, Event e) => e switch
    {
        Added added => state with { Total = state.Total + added.Amount },
        Described described => state with { Status = described.Status, Study = described.Study ?? state.Study, Title = described.Title ?? state.Title },
        Claimed claimed => state with { Names = state.Names.Add(claimed.Name) },
        Released released => state with { Names = state.Names.Remove(released.Name) },
        Heard heard => state with { Heard = state.Heard.Add(heard.What) },
        _ => state,
    };

    public override Decision Decide(ProbeState state, Command command, DecisionContext context) => command switch
    {
        Add add => Sum(state, add.Amount),
        AddIfOtherBelow add => (((ProbeState?)context.Evidence[add.Other].State)?.Total ?? 0) < add.Limit
            ? Sum(state, add.Amount)
            : Decision.Refuse(Refusal.NotAllowed("The other", "adding", "full")),
        Describe describe => Decision.Accept(new Described(describe.Status, describe.Study, describe.Title)),
        PlanAdd plan => Decision.Accept().With(new SetTimer(plan.Key, plan.Due, new Add(plan.Amount))),
        UnplanAdd plan => Decision.Accept().With(new ClearTimer(plan.Key)),
        Pass pass => new Decision.Accepted([], [.. Enumerable.Range(0, pass.Times).Select(i => new Tell(pass.Target, new Add(pass.Amount), $"{pass.Key}{i}"))]),
        Claim claim => Decision.Accept(new Claimed(claim.Name)),
        Release release => Decision.Accept(new Released(release.Name)),
        Ask ask => Decision.Accept().With(new Tell(ask.Target, new Add(ask.Amount), "ask") { Watches = ask.Watches }),
        Follow follow => Decision.Accept().With(new Tell(follow.Target, new AwaitFact(follow.Fact, context.Self, follow.Token), "follow")),
        Unfollow follow => Decision.Accept().With(new Tell(follow.Target, new ForgetFact(context.Self, follow.Token), "unfollow")),
        Publish publish => Decision.Accept().With(new PublishEvent(publish.Name, publish.Correlation, JsonValue.Create("payload"), "publish")),
        WaitFor wait => Decision.Accept().With(new AwaitEvent(wait.Bookmark, wait.Name, wait.Correlation)),
        Mail mail => Decision.Accept().With(new SendMail(mail.Key, "probe", context.Self, [])),
        FactChanged changed => Decision.Accept(new Heard($"{changed.Fact} {changed.Holds}", changed.Data)),
        EventArrived arrived => Decision.Accept(new Heard($"event {arrived.Name}", arrived.Payload)).With(new ForgetEvent(arrived.Bookmark)),
        TellRefused refused => Decision.Accept(new Heard($"refused {refused.Code}", null)),
        Fail => throw new InvalidOperationException("The rules fail on purpose."),
        _ => Decision.Refuse(Refusal.NotAllowed("The probe", command.GetType().Name, state.Status)),
    };

    public override IEnumerable<ActorId> EvidenceFor(ProbeState state, Command command) => command is AddIfOtherBelow add ? [add.Other] : [];

    public override IEnumerable<Fact> Facts(ProbeState state)
    {
        yield return new Fact($"status:{state.Status}");
        for (var step = 10; step <= 20 && step <= state.Total; step += 10)
        {
            yield return new Fact($"total:{step}");
        }
    }

    public override IEnumerable<string> Claims(ProbeState state) => state.Names;

    public override ViewRow? View(ActorId id, ProbeState state) => new()
    {
        Status = state.Status,
        Study = state.Study,
        Code = id.Key,
        Title = state.Title,
        Doc = new JsonObject { ["total"] = state.Total },
    };

    private static Decision Sum(ProbeState state, int amount) => state.Total + amount < 0
        ? Decision.Refuse(Refusal.Invalid("amount", "The total cannot be negative."))
        : Decision.Accept(new Added(amount)).Answering(JsonValue.Create(state.Total + amount));
}
