using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries.Packs;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>The rules of tasks.</summary>
/// <param name="packs">Country packs whose calendars the reminder ladder counts in.</param>
public sealed class TaskActor(CountryPackCatalog packs) : ActorType<TaskState>
{
    private readonly TaskRules rules = new(packs);

    /// <inheritdoc/>
    public override ActorKind Kind => ActorKind.Task;

    /// <inheritdoc/>
    public override TaskState Empty { get; } = new();

    /// <inheritdoc/>
    public override TaskState Apply(TaskState state, Event e) => TaskApply.Apply(state, e);

    /// <inheritdoc/>
    public override Decision Decide(TaskState state, Command command, DecisionContext context) => rules.Decide(state, command, context);

    /// <inheritdoc/>
    public override IEnumerable<Fact> Facts(TaskState state)
    {
        if (!state.Exists)
        {
            yield break;
        }

        yield return new Fact("exists");
        yield return new Fact($"status:{StatusName.Of(state.Status)}", new JsonObject().Set("on", state.Since));
        if (state is { Status: StartupTaskStatus.Done, End: { } end })
        {
            var data = new JsonObject().Set("outcome", end.Outcome ?? "Done").Set("on", end.On).Set("by", end.By).Set("onBehalfOf", end.OnBehalfOf);
            data["answers"] = PlainAnswers.Of(state.Answers);
            yield return new Fact("done", data);
        }

        if (state.Status is StartupTaskStatus.Cancelled or StartupTaskStatus.Skipped)
        {
            yield return new Fact(StatusName.Of(state.Status), new JsonObject().Set("on", state.End?.On).Set("reasonCode", state.End?.ReasonCode));
        }

        if (state.OpenQuestion is { } question)
        {
            yield return new Fact("question", new JsonObject().Set("index", question.Index).Set("on", question.On));
        }
    }

    /// <inheritdoc/>
    public override ViewRow? View(ActorId id, TaskState state) => TaskView.Of(state);
}
