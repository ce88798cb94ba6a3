using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Definitions;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Instances;

namespace StartupOrchestrator.Server.Features.Definitions;

/// <summary>
/// Makes a version of a draft or an imported file: checked, with an identity of its own, activity versions written down and
/// copies of the workflows that it uses as activities, so that nothing published later changes it.
/// </summary>
public sealed class DefinitionPublisher(DefinitionDesk desk, DefinitionLibrary library)
{
    /// <summary>Findings about a content, with the published definitions as those it may use.</summary>
    public async Task<IReadOnlyList<DefinitionProblem>> CheckAsync(WorkflowDefinition definition, CancellationToken cancellationToken)
    {
        var source = await library.ForAsync(definition, cancellationToken);
        return [.. definition.Problems.Concat(DefinitionValidator.Validate(definition, source: source)).Distinct()];
    }

    /// <summary>Publishes the caller's draft.</summary>
    public async Task<CommandResult> PublishDraftAsync(string key, Caller caller, string commandId, string note, long? expected, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(key, cancellationToken);
        return found?.State.Drafts.GetValueOrDefault(caller.Person.Key) is not { } draft
            ? await desk.SendAsync(key, caller, commandId, seal => new PublishDefinition(seal(note)), null, expected, cancellationToken)
            : await PublishAsync(key, found.Value.State, draft.Content, draft.BasedOn, caller, commandId, note, expected ?? found.Value.Snapshot.Version, cancellationToken);
    }

    /// <summary>Publishes a file.</summary>
    public async Task<CommandResult> PublishFileAsync(string key, string content, Caller caller, string commandId, string note, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(key, cancellationToken);
        return await PublishAsync(key, found?.State ?? new DefinitionState(), content, null, caller, commandId, note, found?.Snapshot.Version, cancellationToken);
    }

    private async Task<CommandResult> PublishAsync(
        string key, DefinitionState state, string content, int? basedOn, Caller caller, string commandId, string note, long? expected, CancellationToken cancellationToken)
    {
        if (DefinitionLibrary.TryRead(content) is not { } definition)
        {
            return new CommandResult.Refused(expected ?? 0, Refusal.Invalid("content", "The content is no workflow definition. Check it, it says where it is wrong."));
        }

        var source = await library.ForAsync(definition, cancellationToken);
        if (DefinitionValidator.Validate(definition, source: source).FirstOrDefault(p => p.Severity == ProblemSeverity.Error) is { } error)
        {
            return new CommandResult.Refused(expected ?? 0, Refusal.Invalid(error.Path, error.ToString()));
        }

        var number = state.Versions.Length + 1;
        var document = Publication.Prepare(definition, DerivedId.From("definition-version", key, $"{number}"), number, source: source).ToJson().ToJsonString();
        return await desk.SendAsync(key, caller, commandId, seal => new PublishDefinition(seal(note), document, definition.Name ?? state.Title, basedOn), null, expected, cancellationToken);
    }
}
