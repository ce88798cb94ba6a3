using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Schedule;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.Studies;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Schedule;

/// <summary>Looks at changes of planned dates before they are made, and proposes the first ones.</summary>
public sealed class PlanDesk(IViewQueries views, SiteSummaries summaries, IActorRuntime runtime)
{
    private const int AtOnce = 16;
    private const int Few = 50;

    /// <summary>What a change would move; nothing is changed.</summary>
    public async Task<IResult> PreviewAsync(string study, PlanRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (await views.FindAsync(new ActorId(ActorKind.Study, study), caller.Readable(ActorKind.Study), cancellationToken) is null)
        {
            return Problems.NotFound("study");
        }

        if (MilestoneCatalog.Find(request.Milestone) is not { Level: ScopeLevel.Site })
        {
            return Problems.Invalid("milestone", $"'{request.Milestone}' is not a milestone of a site.");
        }

        if ((request.Date is null) == (request.ByBusinessDays is null))
        {
            return Problems.Invalid("date", "Give either the new date or by how many business days it moves.");
        }

        var wanted = request.Sites.ToHashSet(StringComparer.Ordinal);
        var replan = caller.ScopeOf(Right.Replan);
        StoredView[] sites = [.. (await summaries.SitesAsync([study], caller, cancellationToken)).Where(s => wanted.Contains(s.Id.Key) && replan.Covers(s.Row))];
        var times = await summaries.SchedulesAsync(sites, cancellationToken);
        return TypedResults.Ok(Of([.. sites.Select(s => (Site: s, Move: Move(s, times, request))).Where(s => s.Move is not null).Select(s => (s.Site, s.Move!))], times.Today));
    }

    /// <summary>Gives planned dates to the sites of a study that have no planned activation, and freezes them as the baseline.</summary>
    public async Task<IResult> ProposeAsync(string study, Caller caller, CancellationToken cancellationToken) =>
        await views.FindAsync(new ActorId(ActorKind.Study, study), caller.Readable(ActorKind.Study), cancellationToken) is null
            ? Problems.NotFound("study")
            : TypedResults.Ok(await PlanAsync(study, caller, caller.ScopeOf(Right.Replan), cancellationToken));

    /// <summary>As <see cref="ProposeAsync"/>, for whoever starts the study.</summary>
    internal async Task<PlanProposed> PlanAsync(string study, Caller caller, ViewScope scope, CancellationToken cancellationToken)
    {
        StoredView[] all = [.. (await summaries.SitesAsync([study], caller, cancellationToken)).Where(s => scope.Covers(s.Row))];
        var times = await summaries.SchedulesAsync(all, cancellationToken);
        var open = all.Select(s => (Site: s, Schedule: times.Of(s))).Where(s => s.Schedule is { Activation: { IsDone: false, Dates.Plan: null } }).ToList();
        var refusals = new ConcurrentBag<Refusal>();
        var width = new ParallelOptions { MaxDegreeOfParallelism = open.Count > Few ? AtOnce : 1, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(open, width, async (item, token) =>
        {
            var dates = item.Schedule!.Steps.Where(s => !s.IsDone && s.Dates.Plan is null && s.Step.Code.StartsWith("SI-", StringComparison.Ordinal))
                .ToImmutableSortedDictionary(s => s.Step.Code, s => s.End, StringComparer.Ordinal);
            var id = DerivedId.From("plan-dates", item.Site.Id.ToString(), string.Join(',', dates.Select(d => $"{d.Key}={d.Value:uuuu-MM-dd}")));
            if (await runtime.SendAsync(new Envelope(id, item.Site.Id, new PlanSiteDates(dates, Freeze: true), new Origin(caller.Person.ToString())), token) is CommandResult.Refused refused)
            {
                refusals.Add(refused.Refusal);
            }
        });
        return new PlanProposed(open.Count - refusals.Count, all.Length - open.Count, refusals.Count, refusals.FirstOrDefault()?.Message);
    }

    private static PlanMove? Move(StoredView site, Schedules times, PlanRequest request) =>
        times.Of(site) is { } schedule && schedule[request.Milestone] is { IsDone: false } step
        && (request.Date ?? (step.Dates.Plan is { } plan ? schedule.Calendar.Plus(plan, request.ByBusinessDays!.Value) : null)) is { } to
            ? PlanMove.Of(schedule, request.Milestone, to, times.Today)
            : null;

    private static PlanPreview Of(List<(StoredView Site, PlanMove Move)> moves, LocalDate today)
    {
        var lines = moves.Where(m => !m.Move.Moved.IsEmpty).Select(m => Line(m.Site, m.Move, today)).ToList();
        return new PlanPreview(
            lines, lines.Count, lines.Sum(l => l.Moves.Count - 1), lines.Count(l => l.BecomesLate),
            moves.Count(m => Lateness.IsLate(m.Move.Before, today) && !Lateness.IsLate(m.Move.After, today)),
            moves.Count == 0 ? null : moves.Max(m => m.Move.Before.Activation.End), moves.Count == 0 ? null : moves.Max(m => m.Move.After.Activation.End));
    }

    private static PlanPreviewSite Line(StoredView site, PlanMove move, LocalDate today) => new(
        site.Id.Key, site.Row.Code, site.Version, [.. move.Moved.Select(m => new PlanPreviewMove(m.Code, ScheduleEndpoints.Name(m.Code), m.From, m.To))],
        move.Before.Activation.End, move.After.Activation.End, move.Before.Slip(SiteNetwork.Activated), move.After.Slip(SiteNetwork.Activated),
        !Lateness.IsLate(move.Before, today) && Lateness.IsLate(move.After, today));
}
