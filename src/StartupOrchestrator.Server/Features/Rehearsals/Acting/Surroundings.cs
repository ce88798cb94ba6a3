using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Workflows.Simulation.World;

namespace StartupOrchestrator.Server.Features.Rehearsals.Acting;

/// <summary>Watches the rows for lists, as people look at their screens, and says what everybody outside would do next and when.</summary>
internal sealed class Surroundings(World world, IStorage storage, CountryPackCatalog packs) : IWorldView
{
    private const int WorkdayBegins = 8;
    private const int WorkdayHours = 9;
    private static readonly ActorKind[] Watched = [ActorKind.Task, ActorKind.Document, ActorKind.Submission, ActorKind.Contract];
    private readonly Dictionary<ActorId, ViewRow> rows = [];
    private readonly HashSet<string> unseen = [];
    private string? position;

    /// <inheritdoc/>
    public ViewRow? Find(ActorId id) => rows.GetValueOrDefault(id);

    /// <summary>Before going on with an earlier dry run: everything counts as changed.</summary>
    public async Task LookAtEverythingAsync(CancellationToken cancellationToken)
    {
        position = (await storage.Journal.ChangesAsync(null, 1, cancellationToken)).Position;
        await foreach (var stream in storage.Journal.StreamsAsync(cancellationToken))
        {
            unseen.Add(stream);
        }
    }

    /// <summary>Reads what changed and puts what follows on the agenda.</summary>
    /// <returns>Sites whose row changed.</returns>
    public async Task<IReadOnlyList<StoredView>> LookAsync(Agenda agenda, Instant now, CancellationToken cancellationToken)
    {
        var changed = new SortedDictionary<string, ActorId>(StringComparer.Ordinal);
        foreach (var stream in unseen)
        {
            changed[stream] = ActorId.Parse(stream);
        }

        unseen.Clear();
        ChangePage page;
        do
        {
            page = await storage.Journal.ChangesAsync(position, 1_000, cancellationToken);
            position = page.Position;
            foreach (var change in page.Changes)
            {
                changed[change.Stream] = ActorId.Parse(change.Stream);
            }
        }
        while (page.Changes.Count > 0 || (page.Behind && await PauseAsync(cancellationToken)));

        var sites = new List<StoredView>();
        foreach (var id in changed.Values)
        {
            if (id.Kind is ActorKind.Site or ActorKind.StudyCountry or ActorKind.Study || Watched.Contains(id.Kind))
            {
                if (await storage.Views.FindAsync(id, ViewScope.All, cancellationToken) is { } view)
                {
                    rows[id] = view.Row;
                    if (id.Kind == ActorKind.Site)
                    {
                        sites.Add(view);
                    }
                }
            }
        }

        foreach (var id in changed.Values.Where(id => Watched.Contains(id.Kind) && rows.ContainsKey(id)))
        {
            agenda.Update(id.ToString(), [.. world.Next(new WorldItem(id, rows[id]), this)], act => When(act, rows[id], now));
        }

        return sites;
    }

    /// <summary>A number of business days from a moment, in the calendar of the place; people act on the full hour, so that many act at once.</summary>
    public Instant Later(string? country, Instant from, double days)
    {
        var whole = (int)Math.Floor(days);
        var begin = from.InUtc().Date;
        var day = whole == 0 ? begin : packs.For(country).Calendar().Plus(begin, whole);
        var moment = day.At(new LocalTime(WorkdayBegins, 0)).PlusMinutes((long)((days - whole) * WorkdayHours * 60)).InUtc().ToInstant();
        return FullHour(moment > from ? moment : from + Duration.FromMinutes(1 + (long)((days - whole) * 60)));
    }

    private static Instant FullHour(Instant moment)
    {
        const long hour = NodaConstants.TicksPerHour;
        return Instant.FromUnixTimeTicks((moment.ToUnixTimeTicks() + hour - 1) / hour * hour);
    }

    /// <summary>What was committed cannot be read yet, as an older transaction is under way: the database needs a moment of real time.</summary>
    private static async Task<bool> PauseAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(2), cancellationToken);
        return true;
    }

    private Instant When(WorldAct act, ViewRow row, Instant now)
    {
        var due = Later(row.Country, now, act.BusinessDays);
        var earliest = act.NotBefore?.At(new LocalTime(WorkdayBegins + WorkdayHours, 0)).InUtc().ToInstant();
        return earliest is { } e && e > due ? e : due;
    }
}
