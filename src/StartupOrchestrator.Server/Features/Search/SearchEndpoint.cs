using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.People;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Search;

/// <summary>What the keyboard palette finds: studies, countries, sites, documents, people in the caller's scope.</summary>
internal static class SearchEndpoint
{
    private const int Each = 8;
    private static readonly ActorKind[] Kinds = [ActorKind.Study, ActorKind.Site, ActorKind.Document, ActorKind.Submission, ActorKind.Contract, ActorKind.Task];

    /// <summary>Maps <c>GET /search</c>.</summary>
    public static void MapSearch(this IEndpointRouteBuilder api) => api.MapGet("/search", async (
            string? q, CallerAccessor callers, IViewQueries views, PeopleReader people, CancellationToken cancellation) =>
        {
            var caller = await callers.RequireAsync();
            var hits = new List<SearchHit>();
            if (string.IsNullOrWhiteSpace(q) || q.Length > 200)
            {
                return TypedResults.Ok<IReadOnlyList<SearchHit>>(hits);
            }

            foreach (var kind in Kinds)
            {
                var page = await views.QueryAsync(new ViewQuery(kind, caller.Readable(kind)) { Search = q, Limit = Each }, cancellation);
                hits.AddRange(page.Items.Select(v => new SearchHit(
                    Words.Path(kind), v.Id.Key, v.Row.Code, v.Row.Title, Words.Status(v.Row.Status), v.Row.Study, v.Row.Country, v.Row.Site, v.Row.Status)));
            }

            hits.AddRange((await people.ListAsync(caller, null, q, cancellation)).Take(Each).Select(p => new SearchHit("people", p.Key, null, p.Name, p.StatusWord, null, null, null, p.Status)));
            return TypedResults.Ok<IReadOnlyList<SearchHit>>(hits);
        })
        .RequireRight(Right.ReadRecords).WithTags("search").WithName("search").WithSummary("Finds records by code or title and people by name; at most 8 a kind");
}

/// <summary>Something found.</summary>
/// <param name="Kind">Its kind, as in addresses.</param>
/// <param name="Key">Its key.</param>
/// <param name="Code">Code or number.</param>
/// <param name="Title">What it is, or the person's name.</param>
/// <param name="StatusWord">Status in words.</param>
/// <param name="Study">Study key.</param>
/// <param name="Country">Country code.</param>
/// <param name="Site">Site key.</param>
/// <param name="Status">Code of the status.</param>
public sealed record SearchHit(string Kind, string Key, string? Code, [property: Said] string? Title, string? StatusWord, string? Study, string? Country, string? Site, string Status);
