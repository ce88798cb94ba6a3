using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Definitions;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Commands;
using StartupOrchestrator.Server.Features.People;
using StartupOrchestrator.Server.Http;
using StartupOrchestrator.Workflows.Definitions;

namespace StartupOrchestrator.Server.Features.Definitions;

/// <summary>Reads and changes definitions. They belong to the organisation: who may edit workflows anywhere sees them all, drafts only their owner.</summary>
public sealed class DefinitionDesk(IActorRuntime runtime, IViewQueries views, PersonNames names, PersonalText personal, PersonalSealer sealer)
{
    /// <summary>All definitions by title.</summary>
    public async Task<IReadOnlyList<DefinitionLine>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        var rows = await views.QueryAsync(new ViewQuery(ActorKind.Definition, ViewScope.All) { Sort = "title", Limit = 5000 }, cancellationToken);
        var lines = new List<DefinitionLine>();
        foreach (var row in rows.Items)
        {
            if (await FindAsync(row.Id.Key, cancellationToken) is { } found)
            {
                lines.Add(await LineAsync(found, caller, cancellationToken));
            }
        }

        return lines;
    }

    /// <summary>The definition's actor; null when there is none.</summary>
    public async Task<(ActorSnapshot Snapshot, DefinitionState State)?> FindAsync(string key, CancellationToken cancellationToken) =>
        await runtime.ReadAsync(new ActorId(ActorKind.Definition, key), cancellationToken) is { State: DefinitionState state } snapshot ? (snapshot, state) : null;

    /// <summary>Its line.</summary>
    public async Task<DefinitionLine> LineAsync((ActorSnapshot Snapshot, DefinitionState State) found, Caller caller, CancellationToken cancellationToken)
    {
        var (snapshot, state) = found;
        var status = state.Current is not null ? "published" : state.Versions.Length > 0 ? "retracted" : "draft";
        var by = state.Current is { } current ? (await names.ReadAsync([current.By], cancellationToken)).GetValueOrDefault(current.By)?.Name : null;
        return new DefinitionLine(snapshot.Id.Key, snapshot.Version, state.Title, status, state.Current?.Number, state.Current?.At, by, state.Drafts.ContainsKey(caller.Person.Key));
    }

    /// <summary>Its published versions, newest first.</summary>
    public async Task<IReadOnlyList<VersionLine>> VersionsAsync(DefinitionState state, CancellationToken cancellationToken)
    {
        var known = await names.ReadAsync(state.Versions.Select(v => v.By), cancellationToken);
        var lines = new List<VersionLine>();
        foreach (var v in state.Versions.Reverse())
        {
            lines.Add(new VersionLine(v.Number, v.Hash, v.By, known.GetValueOrDefault(v.By)?.Name, v.At, await personal.ResolveAsync(v.Note, true, cancellationToken), v.RetractedAt));
        }

        return lines;
    }

    /// <summary>Sends a command to a definition, with free text sealed.</summary>
    public Task<CommandResult> SendAsync(string key, Caller caller, string commandId, Func<Func<string, PersonalRef>, Command> command, string? reason, long? expected, CancellationToken cancellationToken)
    {
        var found = new List<SealedValue>();
        PersonalRef Seal(string text)
        {
            var value = sealer.Seal(commandId, $"$.text{found.Count}", text, null);
            found.Add(value);
            return value.Ref;
        }

        var built = command(Seal);
        var origin = new Origin(caller.Person.ToString()) { Reason = string.IsNullOrWhiteSpace(reason) ? null : Seal(reason) };
        return runtime.SendAsync(
            new Envelope(commandId, new ActorId(ActorKind.Definition, key), built, origin) { Personal = [.. found], ExpectedVersion = expected }, cancellationToken);
    }

    /// <summary>What is wrong with a content; an error refuses publishing.</summary>
    public static IReadOnlyList<ProblemLine> Check(string content)
    {
        try
        {
            var definition = DefinitionReader.Read(content);
            return [.. definition.Problems.Concat(DefinitionValidator.Validate(definition)).Distinct().Select(Line)];
        }
        catch (Exception e) when (e is DefinitionFormatException or JsonException)
        {
            return [new ProblemLine("error", "format", "$", null, null, e.Message)];
        }
    }

    /// <summary>A content as JSON for the answer; null when it is none.</summary>
    public static JsonNode? Parse(string? content)
    {
        try
        {
            return content is null ? null : DefinitionReader.Parse(content);
        }
        catch (DefinitionFormatException)
        {
            return null;
        }
    }

    /// <summary>A finding as a line.</summary>
    public static ProblemLine Line(DefinitionProblem p) => new(
        p.Severity switch { ProblemSeverity.Warning => "warning", ProblemSeverity.Error => "error" }, p.Code, p.Path, p.ActivityId, p.ActivityName, p.Message);
}
