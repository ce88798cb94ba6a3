using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Organisation;
using StartupOrchestrator.Domain.Sites;

namespace StartupOrchestrator.Domain.Gates;

/// <summary>Looks at every condition of a gate. Pages use it to show what is missing, the site to decide.</summary>
public static class GateCheck
{
    private static readonly ActorId Settings = new(ActorKind.Organisation, "settings");

    /// <summary>Actors whose state the check needs.</summary>
    public static IEnumerable<ActorId> Needs(SiteState site, Gate gate)
    {
        ArgumentNullException.ThrowIfNull(site);
        yield return Settings;
        foreach (var above in new[] { site.Scope.CountryActor, site.Scope.StudyActor }.OfType<ActorId>())
        {
            yield return above;
        }

        foreach (var child in site.Register.Where(r => Concerns(r, gate)))
        {
            yield return child.Child;
        }
    }

    /// <summary>What holds and what does not, condition by condition.</summary>
    /// <param name="site">The site.</param>
    /// <param name="gate">The gate.</param>
    /// <param name="evidence">States of the actors that <see cref="Needs"/> names; what is missing counts as not there.</param>
    /// <param name="today">Today at the site: validity is looked at on this day.</param>
    public static ImmutableArray<ConditionResult> Evaluate(SiteState site, Gate gate, IReadOnlyDictionary<ActorId, Evidence> evidence, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(evidence);
        var settings = evidence.GetValueOrDefault(Settings)?.State as OrganisationState;
        var view = new GateView(site, gate, evidence, today);
        return [.. GatePolicies.For(gate, site.Scope, settings).SelectMany(view.Look)];
    }

    /// <summary>Conditions that do not hold, as a refusal lists them.</summary>
    internal static ImmutableArray<UnmetCondition> Unmet(IEnumerable<ConditionResult> results) =>
        [.. results.Where(r => !r.Met).Select(r => new UnmetCondition(r.Found is null ? r.Text : $"{r.Text}: {r.Found}", r.Owner))];

    // A document of any kind may carry a version; a submission of any kind may name it.
    private static bool Concerns(RegisteredChild child, Gate gate) => child.Child.Kind switch
    {
        ActorKind.Document or ActorKind.Task => child.RequiredFor.Contains(gate) || (child.Child.Kind == ActorKind.Document && gate == Gate.IpRelease),
        ActorKind.Submission or ActorKind.Contract => true,
        ActorKind.Study or ActorKind.StudyCountry or ActorKind.Site or ActorKind.Person or ActorKind.Workflow or ActorKind.Definition or ActorKind.Process or ActorKind.Organisation or ActorKind.Trigger
            or ActorKind.Note or ActorKind.SavedView or ActorKind.Letter => false,
    };
}
