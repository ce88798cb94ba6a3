using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Server.Features.People;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Sites;

/// <summary>Looks at the gates of a site as the site itself would decide now.</summary>
public sealed class GateReader(IActorRuntime runtime, PersonNames names)
{
    /// <summary>Both gates.</summary>
    public async Task<IReadOnlyList<GateLine>> ReadAsync(SiteState site, LocalDate today, bool mayReadNames, CancellationToken cancellationToken)
    {
        var people = Enum.GetValues<Gate>().SelectMany(g => new[] { site[g].RequestedBy, site[g].DecidedBy }).OfType<string>();
        var known = mayReadNames ? await names.ReadAsync(people, cancellationToken) : new Dictionary<string, PersonName>();
        var lines = new List<GateLine>();
        foreach (var gate in Enum.GetValues<Gate>())
        {
            var evidence = new Dictionary<ActorId, Evidence>();
            foreach (var id in GateCheck.Needs(site, gate).Distinct())
            {
                if (await runtime.ReadAsync(id, cancellationToken) is { } actor)
                {
                    evidence[id] = new Evidence(actor.Version, actor.State);
                }
            }

            var state = site[gate];
            var status = StatusName.Of(state.Status);
            var approved = state.Status == GateStatus.Approved;
            lines.Add(new GateLine(
                StatusName.Of(gate), NameOf(gate), status, Words.Status(status), state.RequestedBy, NameIn(state.RequestedBy), state.RequestedOn,
                NameIn(state.DecidedBy), approved ? state.DecidedOn : null,
                [.. GateCheck.Evaluate(site, gate, evidence, today).Select(c => new ConditionLine(c.Code, c.Text, c.Met, c.Owner, c.Found, c.MayBeExcepted))]));
        }

        return lines;

        string? NameIn(string? person) => person is null ? null : known.GetValueOrDefault(person)?.Name;
    }

    private static string NameOf(Gate gate) => gate switch
    {
        Gate.IpRelease => "IP release",
        Gate.Activation => "Site activation",
    };
}
