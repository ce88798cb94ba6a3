using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Storage.Bench;

/// <summary>A step of ordinary size: two events, a mail, a row for lists.</summary>
internal sealed class BenchActor : ActorType<BenchState>
{
    public override ActorKind Kind => ActorKind.Task;

    public override BenchState Empty => new(0, "");

    public override BenchState Apply(BenchState state, Event e) => e is BenchMoved moved ? new BenchState(state.Count + 1, moved.Note) : state;

    public override Decision Decide(BenchState state, Command command, DecisionContext context) => Decision
        .Accept(new BenchMoved(((BenchMove)command).Note), new BenchMoved("second"))
        .With(new SendMail($"m{state.Count}", "task-assigned", context.Self, new JsonObject { ["step"] = state.Count }));

    public override ViewRow? View(ActorId id, BenchState state) => new()
    {
        Status = "open",
        Study = "bench",
        Code = id.Key,
        Title = "A step of ordinary size",
        Doc = new JsonObject { ["count"] = state.Count, ["note"] = state.Note },
    };
}

internal sealed record BenchState(int Count, string Note);

[Contract("bench.move")]
internal sealed record BenchMove(string Note) : Command;

[Contract("bench.moved")]
internal sealed record BenchMoved(string Note) : Event;
