using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Views;

/// <summary>A named state of a list: personal, or shared with whoever may see the study.</summary>
public sealed record SavedViewState(string? Owner = null, string Name = "", string Page = "", string Query = "", string? Sponsor = null, string? Study = null, bool Shared = false, bool Withdrawn = false);

/// <summary>The rules of saved views: only the owner changes them.</summary>
public sealed class SavedViewActor : ActorType<SavedViewState>
{
    private const int LongestName = 80;
    private const int LongestQuery = 4000;

    /// <inheritdoc/>
    public override ActorKind Kind => ActorKind.SavedView;

    /// <inheritdoc/>
    public override SavedViewState Empty { get; } = new();

    /// <inheritdoc/>
    public override SavedViewState Apply(SavedViewState state, Event e) => e switch
    {
        ViewSaved x => new SavedViewState(x.Owner, x.Name, x.Page, x.Query, x.Sponsor, x.Study, x.Shared),
        ViewChanged x => state with { Name = x.Name, Query = x.Query, Shared = x.Shared },
        ViewWithdrawn => state with { Withdrawn = true },
        _ => state,
    };

    /// <inheritdoc/>
    public override Decision Decide(SavedViewState state, Command command, DecisionContext context) => command switch
    {
        SaveView when state.Owner is not null => context.Exists("view"),
        SaveView c => Wrong(c.Name, c.Query) is { } wrong ? Decision.Refuse(wrong)
            : Decision.Accept(new ViewSaved(context.Actor(), c.Name.Trim(), c.Page, c.Query, c.Sponsor, c.Study, c.Shared)),
        _ when state.Owner is null || state.Withdrawn => context.NotThere("view"),
        _ when state.Owner != context.Actor() => Decision.Refuse(new Refusal(RefusalKind.Forbidden, "view.not-yours", "This view belongs to somebody else. Save it under a name of your own.")),
        ChangeView c => Change(state, c),
        WithdrawView => Decision.Accept(new ViewWithdrawn()),
        _ => context.NotUnderstood(command),
    };

    /// <inheritdoc/>
    public override IEnumerable<Fact> Facts(SavedViewState state) => state.Owner is null ? [] : [new Fact("exists")];

    /// <inheritdoc/>
    public override ViewRow? View(ActorId id, SavedViewState state) => state.Owner is null ? null : new ViewRow
    {
        Type = state.Page,
        Status = state.Withdrawn ? "withdrawn" : state.Shared ? "shared" : "personal",
        Sponsor = state.Sponsor,
        Study = state.Study,
        Title = state.Name,
        Owner = state.Owner,
        Doc = new JsonObject().Set("query", state.Query),
    };

    private static Decision Change(SavedViewState state, ChangeView c)
    {
        var after = state with { Name = c.Name?.Trim() ?? state.Name, Query = c.Query ?? state.Query, Shared = c.Shared ?? state.Shared };
        return Wrong(after.Name, after.Query) is { } wrong ? Decision.Refuse(wrong)
            : after == state ? Decision.Nothing
            : Decision.Accept(new ViewChanged(after.Name, after.Query, after.Shared));
    }

    private static Refusal? Wrong(string name, string query) =>
        string.IsNullOrWhiteSpace(name) || name.Trim().Length > LongestName ? Refusal.Invalid("name", $"Give the view a name of at most {LongestName} characters.")
        : query.Length > LongestQuery ? Refusal.Invalid("query", "This view is too long to be kept. Remove some filters.")
        : null;
}
