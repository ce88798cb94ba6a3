using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Files;

/// <summary>Finds a file among those that a record names.</summary>
public sealed class FilesOfRecord(IActorRuntime runtime, IViewQueries views, PersonalText personal)
{
    /// <summary>The file's name; null when the record is out of scope, its values are not readable for the caller, or it names no such file.</summary>
    public async Task<string?> FindAsync(ActorId record, string sha256, Caller caller, CancellationToken cancellationToken)
    {
        if (await views.FindAsync(record, caller.Readable(record.Kind), cancellationToken) is not { } view
            || !caller.ScopeOf(Right.ReadPersonal).Covers(view.Row)
            || await runtime.ReadAsync(record, cancellationToken) is not { } snapshot)
        {
            return null;
        }

        var state = JsonSerializer.SerializeToNode(snapshot.State, snapshot.State.GetType(), DomainJson.Options);
        return Find(state, sha256) is { } file
            ? FileNames.Safe(await personal.ResolveAsync(file.Deserialize<FileRef>(DomainJson.Options)!.Name, true, cancellationToken))
            : null;
    }

    private static JsonObject? Find(JsonNode? node, string sha256) => node switch
    {
        JsonObject o when o["sha256"] is JsonValue v && v.TryGetValue<string>(out var text) && text == sha256 && o["name"] is JsonObject => o,
        JsonObject o => o.Select(p => Find(p.Value, sha256)).FirstOrDefault(f => f is not null),
        JsonArray a => a.Select(i => Find(i, sha256)).FirstOrDefault(f => f is not null),
        _ => null,
    };
}
