using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries.Packs;

namespace StartupOrchestrator.Domain.Submissions;

/// <summary>The rules of submissions.</summary>
/// <param name="packs">Country packs from which clocks are chosen at submission; what was chosen is kept in the journal.</param>
public sealed class SubmissionActor(CountryPackCatalog packs) : ActorType<SubmissionState>
{
    private readonly SubmissionRules rules = new(packs);

    /// <inheritdoc/>
    public override ActorKind Kind => ActorKind.Submission;

    /// <inheritdoc/>
    public override SubmissionState Empty { get; } = new();

    /// <inheritdoc/>
    public override SubmissionState Apply(SubmissionState state, Event e) => e is SubmissionPlanned
        ? SubmissionApply.Apply(state, e) with { Parts = state.Parts }
        : SubmissionApply.Apply(state, e);

    /// <inheritdoc/>
    public override Decision Decide(SubmissionState state, Command command, DecisionContext context) => rules.Decide(state, command, context);

    /// <inheritdoc/>
    public override IEnumerable<Fact> Facts(SubmissionState state)
    {
        if (!state.Exists)
        {
            yield break;
        }

        yield return new Fact("exists");
        yield return new Fact($"status:{StatusName.Of(state.Status)}", new JsonObject().Set("on", state.Since));
        if (state.SubmittedOn is { } submitted)
        {
            yield return new Fact("submitted", new JsonObject().Set("on", submitted));
        }

        if (state.ValidOn is { } valid)
        {
            yield return new Fact("valid", new JsonObject().Set("on", valid));
        }

        if (state.Status == SubmissionStatus.RfiOpen && state.OpenRfi is { } rfi)
        {
            yield return new Fact("rfi-open", new JsonObject().Set("index", rfi.Index).Set("kind", StatusName.Of(rfi.Kind)).Set("due", rfi.Due));
        }

        foreach (var part in state.Parts.Where(p => p.Decision is not null))
        {
            var name = part.Type == SubmissionType.CtrPartOne ? "part-one" : $"{(part.Type == SubmissionType.CtrPartTwo ? "part-two" : StatusName.Of(part.Type))}:{part.Country}";
            yield return new Fact(name, new JsonObject().Set("decision", StatusName.Of(part.Decision!.Value)).Set("on", part.ConcludedOn));
        }

        if (state.Decision is { } decision)
        {
            yield return new Fact("decided", new JsonObject().Set("decision", StatusName.Of(decision)).Set("favourable", state.Favourable).Set("on", state.DecidedOn));
        }
    }

    /// <inheritdoc/>
    public override ViewRow? View(ActorId id, SubmissionState state) => SubmissionView.Of(state);
}
