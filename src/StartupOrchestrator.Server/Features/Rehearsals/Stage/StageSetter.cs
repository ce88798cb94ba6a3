using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Server.Features.Rehearsals.Acting;

namespace StartupOrchestrator.Server.Features.Rehearsals.Stage;

/// <summary>Enters the copy of the study, its team and the contacts of its sites, and starts it: what a lead does on the first day.</summary>
internal static class StageSetter
{
    public static async Task SetAsync(StudyCopy copy, ApiSession administrator, Cast cast, RehearsalHost host, CancellationToken cancellationToken)
    {
        await SendAsync(administrator, $"studies/{copy.Study}", copy.Register, "study.register", cancellationToken);
        foreach (var (role, person) in cast.Team.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            await SendAsync(administrator, $"studies/{copy.Study}", new SetStudyTeam(role, person), "study.set-team", cancellationToken);
        }

        foreach (var country in copy.Countries)
        {
            await SendAsync(administrator, $"countries/{country.Key}", country.Command, "country.add", cancellationToken);
        }

        await host.Driver.DeliverDueAsync(cancellationToken);
        foreach (var site in copy.Sites)
        {
            await SendAsync(administrator, $"sites/{site.Key}", site.Command, "site.identify", cancellationToken);
            await SiteContacts.EnterAsync(cast.As("SUS"), site, cancellationToken);
        }

        await host.Driver.DeliverDueAsync(cancellationToken);
        (await cast.As("SUL").PostAsync($"studies/{copy.Study}/start", new JsonObject(), cancellationToken)).Require("start the study");
    }

    private static async Task SendAsync(ApiSession session, string path, Command command, string contract, CancellationToken cancellationToken) =>
        (await session.PostAsync($"{path}/commands", CommandBody.Of(command, contract), cancellationToken)).Require($"{contract} {path}");
}
