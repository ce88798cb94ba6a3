using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Runtime.Storage;

/// <summary>Reads over the rows for lists. Every query carries a scope: what is out of it does not exist for the caller.</summary>
public interface IViewQueries
{
    /// <summary>One page, in the asked order, at most <see cref="ViewQuery.Limit"/> rows.</summary>
    Task<ViewPage> QueryAsync(ViewQuery query, CancellationToken cancellationToken);

    /// <summary>Number of rows a value of a column, under the same filters.</summary>
    Task<IReadOnlyDictionary<string, long>> CountByAsync(ViewQuery query, string column, CancellationToken cancellationToken);

    /// <summary>One row in scope; null when there is none.</summary>
    Task<StoredView?> FindAsync(ActorId id, ViewScope scope, CancellationToken cancellationToken);
}

/// <summary>A row for lists as stored.</summary>
/// <param name="Id">The actor.</param>
/// <param name="Version">Its version: the ETag.</param>
/// <param name="Row">The row.</param>
public sealed record StoredView(ActorId Id, long Version, ViewRow Row);

/// <summary>A page of rows.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">Cursor of the next page; null at the end.</param>
public sealed record ViewPage(IReadOnlyList<StoredView> Items, string? Next);

/// <summary>What to list.</summary>
/// <param name="Kind">Kind of actor.</param>
/// <param name="Scope">What the caller may see.</param>
public sealed record ViewQuery(ActorKind Kind, ViewScope Scope)
{
    /// <summary>Column equals one of the values (columns of <see cref="ViewRow"/> by their camelCase names).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Where { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Due on or before.</summary>
    public NodaTime.LocalDate? DueBy { get; init; }

    /// <summary>Words that code or title contain.</summary>
    public string? Search { get; init; }

    /// <summary>Column to sort by, <c>-</c> before it for descending; ties by id.</summary>
    public string Sort { get; init; } = "code";

    /// <summary>At most this many rows (1 to 5,000).</summary>
    public int Limit { get; init; } = 200;

    /// <summary>From <see cref="ViewPage.Next"/>.</summary>
    public string? Cursor { get; init; }
}

/// <summary>The union of what a caller's grants cover; an empty list covers nothing.</summary>
/// <param name="Everything">Covers the organisation.</param>
/// <param name="Parts">Else any of these.</param>
public sealed record ViewScope(bool Everything, IReadOnlyList<ScopePart> Parts)
{
    /// <summary>All rows: for the product itself, never for a person's query.</summary>
    public static ViewScope All { get; } = new(true, []);
}

/// <summary>One granted area; null members are not restricted.</summary>
public sealed record ScopePart(string? Sponsor, string? Study, string? Country, string? Site);
