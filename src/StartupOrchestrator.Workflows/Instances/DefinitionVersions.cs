using NodaTime;
using StartupOrchestrator.Workflows.Activities;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Instances;

/// <summary>All versions and drafts of one definition, and what can be done with them. Nothing here changes; each action gives a new state.</summary>
/// <param name="DefinitionId">Logical id.</param>
/// <param name="Versions">Published versions, oldest first.</param>
/// <param name="Drafts">Drafts, one a person at most.</param>
public sealed record DefinitionVersions(string DefinitionId, IReadOnlyList<DefinitionVersion> Versions, IReadOnlyList<DefinitionDraft> Drafts)
{
    /// <summary>A definition that has neither version nor draft yet.</summary>
    public static DefinitionVersions New(string definitionId) => new(definitionId, [], []);

    /// <summary>The version that new instances start with; null when none is published or all are retracted.</summary>
    public DefinitionVersion? Current => Versions.LastOrDefault(v => !v.IsRetracted);

    /// <summary>The draft of a person, if there is one.</summary>
    public DefinitionDraft? DraftOf(string person) => Drafts.FirstOrDefault(d => d.Person == person);

    /// <summary>Saves a person's draft; a first one is based on the newest version.</summary>
    public VersionResult SaveDraft(string person, WorkflowDefinition definition, Instant now)
    {
        if (definition.DefinitionId != DefinitionId)
            return Refuse("other-definition", $"The document has the id '{definition.DefinitionId}'; this is '{DefinitionId}'.");
        var basedOn = DraftOf(person)?.BasedOn ?? (Versions.Count > 0 ? Versions[^1].Number : 0);
        return new VersionResult(WithDraft(new DefinitionDraft(person, basedOn, definition, now)));
    }

    /// <summary>Throws a person's draft away.</summary>
    public VersionResult DiscardDraft(string person) => DraftOf(person) is null
        ? Refuse("no-draft", "There is no draft to discard.")
        : new VersionResult(this with { Drafts = [.. Drafts.Where(d => d.Person != person)] });

    /// <summary>Publishes a person's draft as the next version.</summary>
    /// <param name="person">Id of the person.</param>
    /// <param name="note">What changed and why; required.</param>
    /// <param name="versionId">Id for the new version, unique over all definitions.</param>
    /// <param name="now">Time of publishing, UTC.</param>
    /// <param name="overNewer">Whether to publish although somebody else has published since the draft was begun.</param>
    /// <param name="registry">Activities that the definition may name; by default all of this program.</param>
    /// <param name="source">Definitions that it may use as activities.</param>
    public VersionResult Publish(string person, string note, string versionId, Instant now, bool overNewer = false, ActivityRegistry? registry = null, IDefinitionSource? source = null)
    {
        if (DraftOf(person) is not { } draft) return Refuse("no-draft", "There is no draft to publish.");
        if (string.IsNullOrWhiteSpace(note)) return Refuse("no-note", "Say in a note what changed and why.");
        var newest = Versions.Count > 0 ? Versions[^1] : null;
        if (newest is not null && newest.Number > draft.BasedOn && !overNewer)
            return Refuse("outdated", $"Version {newest.Number} was published by {newest.PublishedBy} after this draft was begun from version {draft.BasedOn}. Compare the two, then publish over it or begin anew.");
        var problems = DefinitionValidator.Validate(draft.Definition, registry, source);
        if (!DefinitionValidator.AllowsPublishing(problems))
            return Refuse("not-publishable", "The definition has errors; none of its runs could get past them.", [.. problems.Where(p => p.Severity == ProblemSeverity.Error)]);
        var number = (newest?.Number ?? 0) + 1;
        var document = Publication.Prepare(draft.Definition, versionId, number, registry, source);
        var version = new DefinitionVersion(number, document, person, note.Trim(), now);
        return new VersionResult(this with { Versions = [.. Versions, version], Drafts = [.. Drafts.Where(d => d.Person != person)] });
    }

    /// <summary>Takes a version back: new instances start with the newest that is left. Running instances stay on it.</summary>
    public VersionResult Retract(int number) => Versions.Any(v => v.Number == number && !v.IsRetracted)
        ? new VersionResult(this with { Versions = [.. Versions.Select(v => v.Number == number ? v with { IsRetracted = true } : v)] })
        : Refuse("no-version", $"There is no published version {number} to retract.");

    /// <summary>Begins a draft with the content of an old version; what the person had as draft is replaced.</summary>
    public VersionResult Revert(string person, int number, Instant now) => Versions.FirstOrDefault(v => v.Number == number) is { } old
        ? new VersionResult(WithDraft(new DefinitionDraft(person, Versions[^1].Number, old.Definition, now)))
        : Refuse("no-version", $"There is no version {number} to go back to.");

    private DefinitionVersions WithDraft(DefinitionDraft draft) => this with { Drafts = [.. Drafts.Where(d => d.Person != draft.Person), draft] };

    private VersionResult Refuse(string code, string message, IReadOnlyList<DefinitionProblem>? problems = null) =>
        new(this, new VersionRefusal(code, message, problems ?? []));
}
