using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Server.Features.Imports;

/// <summary>What the database already holds of a study, for the comparison with a file.</summary>
/// <param name="Study">The study's row; null when it is new.</param>
/// <param name="Countries">Its countries by ISO code.</param>
/// <param name="Sites">Its sites.</param>
public sealed record ExistingStudy(StoredView? Study, IReadOnlyDictionary<string, StoredView> Countries, IReadOnlyList<StoredView> Sites)
{
    /// <summary>Nothing yet.</summary>
    public static ExistingStudy None { get; } = new(null, new Dictionary<string, StoredView>(), []);

    /// <summary>Reads the rows of a study within the caller's scope.</summary>
    public static async Task<ExistingStudy> ReadAsync(IViewQueries views, ViewScope scope, string study, CancellationToken cancellationToken)
    {
        var row = await views.FindAsync(new ActorId(ActorKind.Study, study), scope, cancellationToken);
        var countries = await AllAsync(views, scope, ActorKind.StudyCountry, study, cancellationToken);
        var sites = await AllAsync(views, scope, ActorKind.Site, study, cancellationToken);
        return new(row, countries.Where(c => c.Row.Country is not null).ToDictionary(c => c.Row.Country!), sites);
    }

    private static async Task<List<StoredView>> AllAsync(IViewQueries views, ViewScope scope, ActorKind kind, string study, CancellationToken cancellationToken)
    {
        var rows = new List<StoredView>();
        string? cursor = null;
        do
        {
            var query = new ViewQuery(kind, scope)
            {
                Where = new Dictionary<string, IReadOnlyList<string>> { ["study"] = [study] },
                Limit = 2_000,
                Cursor = cursor,
            };
            var page = await views.QueryAsync(query, cancellationToken);
            rows.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        return rows;
    }
}
