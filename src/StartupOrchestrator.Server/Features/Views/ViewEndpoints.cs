using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.People;
using StartupOrchestrator.Server.Features.Records;
using StartupOrchestrator.Server.Features.Sites;

namespace StartupOrchestrator.Server.Features.Views;

/// <summary>Saved views of lists: one's own, and those that others share.</summary>
internal static class ViewEndpoints
{
    private const int Most = 500;

    /// <summary>Maps <c>/views</c>.</summary>
    public static void MapViews(this IEndpointRouteBuilder api)
    {
        var views = api.MapGroup("/views").WithTags("views");
        views.MapGet("", async Task<Ok<IReadOnlyList<SavedViewLine>>> (string? page, string? study, CallerAccessor callers, IViewQueries queries, PersonNames names, CancellationToken cancellation) =>
                TypedResults.Ok(await ReadAsync(page, study, await callers.RequireAsync(), queries, names, cancellation)))
            .RequireRight(Right.ReadRecords).WithName("list-views").WithSummary("Saved views: the caller's own and shared ones of visible studies");
        views.MapCreation(ActorKind.SavedView).MapCommands(ActorKind.SavedView);
    }

    private static async Task<IReadOnlyList<SavedViewLine>> ReadAsync(string? page, string? study, Caller caller, IViewQueries queries, PersonNames names, CancellationToken cancellation)
    {
        var scope = caller.Readable(ActorKind.SavedView);
        var where = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (page is not null)
        {
            where["type"] = [page];
        }

        if (study is not null)
        {
            where["study"] = [study];
        }

        var own = await queries.QueryAsync(new ViewQuery(ActorKind.SavedView, scope) { Where = new Dictionary<string, IReadOnlyList<string>>(where) { ["owner"] = [caller.Person.Key], ["status"] = ["personal", "shared"] }, Sort = "title", Limit = Most }, cancellation);
        var shared = await queries.QueryAsync(new ViewQuery(ActorKind.SavedView, scope) { Where = new Dictionary<string, IReadOnlyList<string>>(where) { ["status"] = ["shared"] }, Sort = "title", Limit = Most }, cancellation);
        StoredView[] all = [.. own.Items.Concat(shared.Items).DistinctBy(v => v.Id)];
        var open = caller.ScopeOf(Right.ReadPersonal);
        var known = await names.ReadAsync(all.Where(v => open.Covers(v.Row)).Select(v => v.Row.Owner).OfType<string>(), cancellation);
        return
        [
            .. all.Select(v => new SavedViewLine(
                v.Id.Key, v.Version, v.Row.Title ?? "", v.Row.Type ?? "", SiteReader.Text(v.Row.Doc, "query") ?? "", v.Row.Study, v.Row.Status == "shared", v.Row.Owner == caller.Person.Key,
                v.Row.Owner is null ? null : known.GetValueOrDefault(v.Row.Owner)?.Name)),
        ];
    }
}

/// <summary>A saved view.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Version">Version: the ETag.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Page">The page it belongs to.</param>
/// <param name="Query">The page's state, as it stands in the address after the question mark.</param>
/// <param name="Study">Study key; null: of all studies.</param>
/// <param name="Shared">Others see it, too.</param>
/// <param name="Mine">The caller owns it.</param>
/// <param name="OwnerName">Who owns it; null when not readable.</param>
public sealed record SavedViewLine(string Key, long Version, string Name, string Page, string Query, string? Study, bool Shared, bool Mine, string? OwnerName);
