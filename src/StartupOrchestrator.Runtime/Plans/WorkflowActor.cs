using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;
using DomainEvent = StartupOrchestrator.Domain.Actors.Effects.PublishEvent;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>The rules of running plans: they bring what happens to the engine and its wishes to the kernel.</summary>
/// <param name="definitions">Published definitions.</param>
/// <param name="catalog">Reads the commands that activities send.</param>
public sealed class WorkflowActor(IPlanDefinitions definitions, ContractCatalog catalog) : ActorType<PlanState>
{
    /// <inheritdoc/>
    public override ActorKind Kind => ActorKind.Workflow;

    /// <inheritdoc/>
    public override PlanState Empty => PlanState.Empty;

    /// <inheritdoc/>
    public override bool HearsRefusals => true;

    /// <inheritdoc/>
    public override PlanState Apply(PlanState state, Event e) => e switch
    {
        PlanStarted s => state with { Definition = s.Definition, Version = s.Version, Title = s.Title, Scope = s.Scope, Parent = s.Parent, Claim = s.Claim },
        PlanStepped s => state with { Instance = JsonDelta.Apply(state.Instance, s.Delta) as JsonObject, Outcome = s.Outcome ?? state.Outcome, Before = null },
        PlanMigrated m => state with { Version = m.To, Instance = JsonDelta.Apply(state.Instance, m.Delta) as JsonObject, Before = new PlanBefore(m.From, state.Instance!) },
        PlanMigrationReverted r => state with { Version = r.To, Instance = state.Before!.Instance, Before = null },
        _ => state,
    };

    /// <inheritdoc/>
    public override IEnumerable<ActorId> EvidenceFor(PlanState state, Command command) => command switch
    {
        StartPlan start when !state.Exists => [DefinitionOf(start.Definition)],
        MigratePlan when state.Exists => [DefinitionOf(state.Definition)],
        _ when state.Exists && definitions.Find(state.Definition, state.Version) is null => [DefinitionOf(state.Definition)],
        _ => [],
    };

    /// <inheritdoc/>
    public override Decision Decide(PlanState state, Command command, DecisionContext context)
    {
        if (command is StartPlan start)
        {
            return state.Exists ? Decision.Nothing : Start(start, context);
        }

        if (!state.Exists)
        {
            return Decision.Refuse(new Refusal(RefusalKind.NotFound, "plan.not-found", "There is no such plan. Start it first."));
        }

        return command switch
        {
            FactChanged fact => Hear(state, fact, context),
            EventArrived e => Heard(Step(state, new Resume(e.Bookmark, e.Payload), "event", context), e),
            PlanTimerFired timer => Step(state, new TimerFired(timer.Bookmark), "timer", context),
            TellRefused refused => Refused(state, refused, context),
            ResumePlan resume => Answered(state, resume, context),
            CompletePlanTask task => Complete(state, task, context),
            MigratePlan migrate => PlanMigration.Decide(state, migrate, context, version => GraphOf(state.Definition, version, context)),
            RevertPlanMigration => PlanMigration.Revert(state, context),
            PublishPlanEvent publish => Decision.Accept().With(new DomainEvent(publish.Event, null, publish.Payload, context.CommandId)),
            CancelPlan cancel => state.IsOver || state.Status == "cancelling" ? Decision.Nothing : Step(state, new Cancel(cancel.ReasonCode), "cancel", context),
            RetryBlockedStep retry => Step(state, new RetryStep(retry.Step), "retry", context, $"no blocked step '{retry.Step}'"),
            SkipBlockedStep skip => Step(state, new SkipStep(skip.Step, skip.Outcome), "skip", context, $"no blocked step '{skip.Step}'"),
            CancelBlockedStep cancel => Step(state, new CancelStep(cancel.Step), "give-up", context, $"no blocked step '{cancel.Step}'"),
            _ => Decision.Refuse(new Refusal(RefusalKind.Invalid, "command.not-understood", $"A plan does not understand {command.GetType().Name}.")),
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<Fact> Facts(PlanState state)
    {
        if (!state.Exists)
        {
            yield break;
        }

        yield return new Fact("exists");
        yield return new Fact("status:" + state.Status);
        if (state.IsOver)
        {
            yield return new Fact("ended", new JsonObject { ["status"] = state.Status, ["outcome"] = state.Outcome, ["outputs"] = state.Outputs.DeepClone() });
        }

        if (state.Status == "blocked")
        {
            yield return new Fact("blocked", new JsonObject { ["steps"] = state.Blocked.Count() });
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Claims(PlanState state) => state is { Claim: { } claim, IsOver: false } ? [claim] : [];

    /// <inheritdoc/>
    public override Domain.Actors.ViewRow? View(ActorId id, PlanState state) =>
        state.Exists ? PlanView.Of(state) : null;

    private static ActorId DefinitionOf(string definition) => new(ActorKind.Definition, DefinitionKey.Of(definition));

    /// <summary>A named event is heard once by each wait; the kernel need not keep it any longer.</summary>
    private static Decision Heard(Decision decision, EventArrived arrived) =>
        decision is Decision.Accepted accepted ? accepted.With(new Domain.Actors.Effects.ForgetEvent(arrived.Bookmark)) : decision;

    private Decision Answered(PlanState state, ResumePlan resume, DecisionContext context)
    {
        var isCall = state.Bookmarks.Any(b => (string?)b["id"] == resume.Bookmark && (string?)b["kind"] == BookmarkKinds.Http);
        var decision = Step(state, new Resume(resume.Bookmark, resume.Payload), "answer", context, $"no wait '{resume.Bookmark}'");
        return isCall && decision is Decision.Accepted accepted ? accepted.With(new Domain.Actors.Effects.ForgetEvent(resume.Bookmark)) : decision;
    }

    private Decision Complete(PlanState state, CompletePlanTask task, DecisionContext context) =>
        state.Bookmarks.FirstOrDefault(b => (string?)b["kind"] == BookmarkKinds.Task && (string?)b["payload"]?["taskId"] == task.Task) is { } wait
            ? Step(state, new Resume((string)wait["id"]!, task.Result), "answer", context)
            : Decision.Refuse(new Refusal(RefusalKind.NotFound, "plan.no-task", $"The plan waits for no task '{task.Task}'. It was completed or cancelled before, or never existed."));

    private Decision Start(StartPlan start, DecisionContext context)
    {
        var published = context.Evidence.GetValueOrDefault(DefinitionOf(start.Definition))?.State;
        if ((start.Version is { } wanted ? PublishedDefinitions.Find(published, wanted) : PublishedDefinitions.Newest(published)) is not { } version)
        {
            return Decision.Refuse(new Refusal(RefusalKind.NotFound, "plan.no-definition", start.Version is { } v
                ? $"The plan '{start.Definition}' version {v} is not published. Publish it, or name another plan."
                : $"The plan '{start.Definition}' is not published. Publish it, or name another plan."));
        }

        var key = DefinitionKey.Of(start.Definition);
        var graph = definitions.Add(key, version.Number, version.Content);
        var begun = new PlanStarted(key, version.Number, start.Name ?? graph.Definition.Name, start.Scope, start.Parent, PlanClaims.Of(graph, key, start.Correlation));
        var inputs = (start.Inputs ?? []).ToDictionary(i => i.Key, i => i.Value?.DeepClone());
        inputs[PlanScope.Input] = PlanScope.Write(start.Scope);
        var stimulus = new Start(inputs)
        {
            CorrelationId = start.Correlation,
            Name = start.Name ?? graph.Definition.Name,
            ParentInstanceId = start.Parent?.Key,
            TriggerActivityId = start.Trigger,
            TriggerPayload = start.TriggerPayload,
        };
        var step = PlanStep.Take(graph, Apply(state: Empty, begun), stimulus, "start", context, catalog);
        var answer = new JsonObject { ["version"] = version.Number };
        if (step.Response is not null)
        {
            answer["response"] = step.Response;
        }

        return new Decision.Accepted([begun, step.Event!], step.Effects) { Answer = answer };
    }

    private Decision Hear(PlanState state, FactChanged fact, DecisionContext context)
    {
        if (fact.Token.StartsWith(PlanEffects.Child, StringComparison.Ordinal))
        {
            return fact.Holds ? Step(state, Ended(fact), "child", context) : Decision.Nothing;
        }

        var step = Run(state, fact.Holds ? new FactHolds(fact.Token, fact.Data) : new FactRetracted(fact.Token), "fact", context);
        if (step.Taken || state.Instance?.ToJsonString().Contains(fact.Token, StringComparison.Ordinal) == true)
        {
            return Accept(step);
        }

        var forget = new PlanEffects(context.Self, state, catalog);
        forget.Forget(fact.Source, fact.Token);
        return new Decision.Accepted([], forget.All);
    }

    private static ChildEnded Ended(FactChanged fact)
    {
        var status = (string?)fact.Data?["status"] switch
        {
            "faulted" => InstanceSubStatus.Faulted,
            "cancelled" => InstanceSubStatus.Cancelled,
            _ => InstanceSubStatus.Finished,
        };
        var outputs = (fact.Data?["outputs"] as JsonObject ?? []).ToDictionary(o => o.Key, o => o.Value?.DeepClone());
        outputs[ChildPlans.OutcomeMember] = fact.Data?["outcome"]?.DeepClone();
        return new ChildEnded(fact.Token[PlanEffects.Child.Length..], status, outputs);
    }

    private Decision Refused(PlanState state, TellRefused refused, DecisionContext context)
    {
        if (refused.Key.StartsWith(PlanEffects.Child, StringComparison.Ordinal))
        {
            var outputs = new Dictionary<string, JsonNode?> { [ChildPlans.ErrorMember] = refused.Message };
            return Step(state, new ChildEnded(refused.Key[PlanEffects.Child.Length..], InstanceSubStatus.Faulted, outputs), "refusal", context);
        }

        var activity = PlanIds.ActivityInstance(refused.Key);
        var wait = state.Bookmarks.FirstOrDefault(b => (string?)b["kind"] == StartUpActivity.Refused && (string?)b["activity"] == activity);
        return wait is null ? Decision.Nothing : Step(state, new Resume((string)wait["id"]!, new JsonObject
        {
            ["target"] = refused.Target.ToString(),
            ["command"] = refused.Command,
            ["code"] = refused.Code,
            ["message"] = refused.Message,
        }), "refusal", context);
    }

    private Decision Step(PlanState state, Stimulus stimulus, string cause, DecisionContext context, string? missing = null)
    {
        var step = Run(state, stimulus, cause, context);
        return !step.Taken && missing is not null
            ? Decision.Refuse(new Refusal(RefusalKind.NotFound, "plan.nothing-there", $"The plan has {missing}. Look at it again: it may have gone on."))
            : Accept(step);
    }

    private static Decision Accept(PlanStep step) => step.Event is null ? Decision.Nothing : new Decision.Accepted([step.Event], step.Effects)
    {
        Answer = step.Response is null ? null : new JsonObject { ["response"] = step.Response },
    };

    private PlanStep Run(PlanState state, Stimulus stimulus, string cause, DecisionContext context)
    {
        var graph = GraphOf(state.Definition, state.Version, context)
            ?? throw new InvalidOperationException($"Version {state.Version} of the plan '{state.Definition}' is not in this database, although a running plan is pinned to it. Restore it from a backup.");
        return PlanStep.Take(graph, state, stimulus, cause, context, catalog);
    }

    private WorkflowGraph? GraphOf(string definition, int version, DecisionContext context) =>
        definitions.Find(definition, version)
        ?? (PublishedDefinitions.Find(context.Evidence.GetValueOrDefault(DefinitionOf(definition))?.State, version) is { } published
            ? definitions.Add(definition, version, published.Content)
            : null);
}
