using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Plans;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.Imports;
using StartupOrchestrator.Server.Features.Schedule;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Studies;

/// <summary>Starts a study's plans with the countries and sites that stand.</summary>
internal sealed class StudyStarter(IActorRuntime runtime, IViewQueries views, CountryPackCatalog packs, PlanDesk plans, TimeProvider time)
{
    /// <summary>Starts; a second start answers like the first.</summary>
    public async Task<IResult> StartAsync(string key, HttpContext http, Caller caller)
    {
        var id = new ActorId(ActorKind.Study, key);
        if (await views.FindAsync(id, caller.Readable(ActorKind.Study), http.RequestAborted) is not { } row)
        {
            return Problems.NotFound("study");
        }

        if (!caller.ScopeOf(Right.SetUpStudies).Covers(row.Row))
        {
            return Problems.Forbidden("start this study");
        }

        var existing = await ExistingStudy.ReadAsync(views, ViewScope.All, key, http.RequestAborted);
        if (existing.Sites.Count == 0)
        {
            return Problems.Of(new Refusal(RefusalKind.NotAllowed, "study.no-sites", "The study has no sites yet. Import a registry record or a site list first, then start it."));
        }

        var origin = new Origin(caller.Person.ToString());
        var command = StudyStart.Command(row.Row.Sponsor!, key, [.. Countries(existing)], time.Today().Year);
        var process = StudyStart.Process(key);
        var result = await runtime.SendAsync(new Envelope(DerivedId.From("study-start", key), process, command, origin), http.RequestAborted);
        if (result is CommandResult.Refused { Refusal: { Kind: not RefusalKind.NotUnique and not RefusalKind.CommandIdReused } refusal })
        {
            return Problems.Of(refusal);
        }

        await plans.PlanAsync(key, caller, caller.ScopeOf(Right.SetUpStudies), http.RequestAborted);
        return TypedResults.Ok(new StudyStarted(key, StudyStart.Plan(key).Key, existing.Countries.Count, existing.Sites.Count));
    }

    private IEnumerable<StartingCountry> Countries(ExistingStudy existing) => existing.Sites
        .Where(s => s.Row.Country is not null)
        .GroupBy(s => s.Row.Country!)
        .OrderBy(c => c.Key, StringComparer.Ordinal)
        .Select(c => new StartingCountry(
            c.Key, packs.For(c.Key), [.. c.OrderBy(s => s.Id.Key, StringComparer.Ordinal).Select(s => new StartingSite(s.Id.Key, s.Row.Doc["timeZone"]?.GetValue<string>()))]));
}

/// <summary>A study was started.</summary>
/// <param name="Study">Key of the study.</param>
/// <param name="Plan">Key of its plan.</param>
/// <param name="Countries">How many countries began.</param>
/// <param name="Sites">How many sites began.</param>
public sealed record StudyStarted(string Study, string Plan, int Countries, int Sites);
