using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Workflows.Simulation.World;

/// <summary>Something that may wait for an act from outside: an actor with its row for lists.</summary>
/// <param name="Id">The actor.</param>
/// <param name="Row">Its row.</param>
public sealed record WorldItem(ActorId Id, ViewRow Row)
{
    /// <summary>Where it belongs most nearly: site, else country, else study.</summary>
    public string Place => Row.Site ?? (Row.Country is { } country ? $"{Row.Study}.{country}" : Row.Study ?? "");

    /// <summary>A text of the row's document.</summary>
    public string? Text(string name) => Row.Doc[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A number of the row's document; 0 when it has none.</summary>
    public int Number(string name) => Row.Doc[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;

    /// <summary>A list of the row's document; empty when it has none.</summary>
    public IEnumerable<JsonObject> List(string name) => (Row.Doc[name] as JsonArray ?? []).OfType<JsonObject>();
}

/// <summary>What the world can look up while it decides.</summary>
public interface IWorldView
{
    /// <summary>The row of an actor; null when it does not exist.</summary>
    ViewRow? Find(ActorId id);
}
