using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Contracts;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Documents;
using StartupOrchestrator.Domain.Notes;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Domain.Submissions;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Domain.Views;
using StartupOrchestrator.Runtime.Storage;
using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Server.Commands;

/// <summary>Where a command that creates its target will put it: the place for which the caller needs the right.</summary>
internal static class CommandPlace
{
    /// <summary>The place; null when the command creates nothing.</summary>
    public static Scope? Of(Command command, ActorId target) => command switch
    {
        RegisterStudy c => new Scope(c.Sponsor, target.Key),
        AddCountry c => new Scope(c.Sponsor, c.Study, c.Iso2),
        IdentifySite c => new Scope(c.Sponsor, c.Study, c.Iso2, target.Key),
        ExpectDocument c => c.Scope,
        PlanSubmission c => c.Scope,
        OpenContract c => c.Scope,
        CreateTask c => c.Scope,
        WriteNote c => c.Scope,
        SaveView c => new Scope(c.Sponsor, c.Study),
        _ => null,
    };

    /// <summary>As columns of a row.</summary>
    public static ScopePart AsPart(this Scope scope) => new(scope.Sponsor, scope.Study, scope.Country, scope.Site);
}
