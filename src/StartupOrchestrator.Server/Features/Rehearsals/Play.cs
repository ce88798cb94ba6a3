using NodaTime;
using StartupOrchestrator.Server.Features.Rehearsals.Acting;
using StartupOrchestrator.Server.Features.Rehearsals.Stage;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Workflows.Simulation.World;

namespace StartupOrchestrator.Server.Features.Rehearsals;

/// <summary>The run of a dry run: deliver what is due, look what people would do next, let time pass to whatever comes first.</summary>
internal sealed class Play(RehearsalRequest request, RehearsalHost host, Troupe troupe, Surroundings surroundings, Action<RehearsalProgress>? progress)
{
    private const int MaximumTries = 80;
    private const int LongestPause = 10;
    private const int AtOnce = 8;
    private readonly Agenda agenda = new();
    private readonly Dictionary<string, bool> sitesOver = [];
    private readonly SortedDictionary<string, int> postponed = new(StringComparer.Ordinal);
    private LocalDate shown;

    /// <summary>Times an act was not possible yet, by reason.</summary>
    public IReadOnlyDictionary<string, int> Postponed => postponed;

    /// <summary>Plays to the end.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var end = (request.Until?.PlusDays(1) ?? request.Begin.PlusDays(RehearsalRequest.LongestDays)).AtMidnight().InUtc().ToInstant();
        while (true)
        {
            await host.Driver.DeliverDueAsync(cancellationToken);
            foreach (var site in await surroundings.LookAsync(agenda, host.Clock.Now, cancellationToken))
            {
                sitesOver[site.Id.Key] = Rehearsal.IsOver(site.Row.Status);
            }

            Show();
            if (request.Until is null && sitesOver.Count >= request.Copy.Sites.Count && sitesOver.Values.All(over => over))
            {
                return;
            }

            var timer = await host.Driver.NextDueAsync(cancellationToken);
            var next = Earlier(agenda.NextDue, timer);
            if (next is null || next >= end)
            {
                host.Clock.AdvanceTo(request.Until is null ? host.Clock.Now : end - Duration.FromSeconds(1));
                return;
            }

            host.Clock.AdvanceTo(next.Value);
            RehearsalClock.Keep(host.Folder, host.Clock.Now);
            if (agenda.NextDue is { } due && due <= host.Clock.Now && (timer is null || due <= timer))
            {
                await PlayDueAsync(cancellationToken);
            }
        }
    }

    /// <summary>
    /// Plays what is due now: first what concerns study and countries, then site beside site, at each site in order. What one
    /// site's people do is nothing that another's decisions look at, so the records do not depend on who was quicker.
    /// </summary>
    private async Task PlayDueAsync(CancellationToken cancellationToken)
    {
        var due = agenda.TakeDue(host.Clock.Now);
        var reasons = new string?[due.Count];
        var today = host.Clock.Now.InUtc().Date;
        troupe.ReadMail(due.Select(e => e.Act));
        var groups = due.Select((entry, at) => (entry.Act, At: at)).GroupBy(e => e.Act.Scope.Site ?? "").ToLookup(g => g.Key.Length == 0);
        foreach (var together in (IEnumerable<IEnumerable<IGrouping<string, (WorldAct Act, int At)>>>)[groups[true], groups[false]])
        {
            await Parallel.ForEachAsync(together, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (site, cancellation) =>
            {
                foreach (var (act, at) in site)
                {
                    reasons[at] = await troupe.PlayAsync(act, due[at].Tries, today, cancellation);
                }
            });
        }

        foreach (var (entry, reason) in due.Zip(reasons).Where(e => e.Second is not null))
        {
            postponed[reason!] = postponed.GetValueOrDefault(reason!) + 1;
            if (entry.Tries < MaximumTries)
            {
                agenda.Postpone(entry, surroundings.Later(entry.Act.Scope.Country, host.Clock.Now, Math.Min(1 << Math.Min(entry.Tries, 4), LongestPause)));
            }
        }
    }

    private void Show()
    {
        var today = host.Clock.Now.InUtc().Date;
        if (progress is not null && (shown == default || Period.DaysBetween(shown, today) >= 14))
        {
            shown = today;
            progress(new RehearsalProgress(today, request.Copy.Sites.Count, sitesOver.Values.Count(over => over), troupe.Acts));
        }
    }

    private static Instant? Earlier(Instant? a, Instant? b) => a is null ? b : b is null ? a : Instant.Min(a.Value, b.Value);
}
