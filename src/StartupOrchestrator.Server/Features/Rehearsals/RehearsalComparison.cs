using NodaTime;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Schedule;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.Studies;
using StartupOrchestrator.Server.Hosting;

namespace StartupOrchestrator.Server.Features.Rehearsals;

/// <summary>A site of a dry run beside the plan of the real one. Days are business days of its country.</summary>
/// <param name="Code">What people call it.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Status">Code of its last status in the dry run.</param>
/// <param name="Planned">Planned activation of the real site.</param>
/// <param name="Forecast">Its forecast now; null once activated.</param>
/// <param name="Played">Activation in the dry run; null when it was not reached.</param>
/// <param name="AgainstPlan">Business days of the dry run against the plan; positive is later.</param>
/// <param name="AgainstForecast">Business days of the dry run against the forecast.</param>
/// <param name="Selected">When it was selected in the dry run.</param>
/// <param name="Contract">When its contract was executed there.</param>
/// <param name="Initiated">When its initiation visit was done there.</param>
/// <param name="Steps">Its milestones on the way to activation, in both.</param>
public sealed record ComparedSite(
    string Code, string? Country, string Status, LocalDate? Planned, LocalDate? Forecast, LocalDate? Played, int? AgainstPlan, int? AgainstForecast, LocalDate? Selected, LocalDate? Contract,
    LocalDate? Initiated, IReadOnlyList<ComparedStep> Steps);

/// <summary>A milestone of a dry run beside its plan.</summary>
/// <param name="Code">Milestone code.</param>
/// <param name="Name">In words.</param>
/// <param name="Planned">Planned date of the real site; null when it has none.</param>
/// <param name="Played">When it was reached in the dry run; null when it was not.</param>
/// <param name="AgainstPlan">Business days between the two; positive is later.</param>
public sealed record ComparedStep(string Code, string Name, LocalDate? Planned, LocalDate? Played, int? AgainstPlan);

/// <summary>Puts what a dry run came to beside the plan.</summary>
internal sealed class RehearsalComparison(SiteSummaries summaries, CountryCalendars calendars)
{
    /// <summary>Each site, latest against the plan first.</summary>
    public async Task<IReadOnlyList<ComparedSite>> OfAsync(string study, RehearsalReport report, Caller caller, CancellationToken cancellationToken)
    {
        var sites = await summaries.SitesAsync([study], caller, cancellationToken);
        var times = await summaries.SchedulesAsync(sites, cancellationToken);
        var real = sites.Where(s => s.Row.Code is not null).ToDictionary(s => s.Row.Code!, s => times.Of(s), StringComparer.OrdinalIgnoreCase);
        return [.. report.SiteResults.Select(r => Line(r, real.GetValueOrDefault(r.Code))).OrderByDescending(l => l.AgainstPlan ?? int.MaxValue).ThenBy(l => l.Code, StringComparer.Ordinal)];
    }

    private ComparedSite Line(RehearsedSite played, SiteSchedule? real)
    {
        var activated = On(SiteNetwork.Activated);
        var (planned, forecast) = (real?.Activation.Dates.Plan, real?.Activation.Forecast);
        return new ComparedSite(played.Code, played.Country, played.Status, planned, forecast, activated, Days(planned), Days(forecast), On("SI-090"), On("SI-160"), On("SI-220"), [.. Steps()]);

        LocalDate? On(string code) => played.Reached.TryGetValue(code, out var date) ? date : null;

        int? Days(LocalDate? from) => Between(from, activated);

        int? Between(LocalDate? from, LocalDate? to) => from is { } a && to is { } b ? calendars.Between(a, b, played.Country) : null;

        IEnumerable<ComparedStep> Steps() => MilestoneCatalog.Of(ScopeLevel.Site)
            .Select(m => (Kind: m, Plan: real?[m.Code]?.Dates.Plan, Played: On(m.Code)))
            .Where(m => m.Plan is not null || m.Played is not null)
            .Select(m => new ComparedStep(m.Kind.Code, m.Kind.Name, m.Plan, m.Played, Between(m.Plan, m.Played)));
    }
}
