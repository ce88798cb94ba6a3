using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Server.Accounts;
using StartupOrchestrator.Server.Hosting;

namespace StartupOrchestrator.Server.Features.Rehearsals.Demo;

/// <summary>Whoever sets the demo up takes over its specialist's work, so that the first page they see has something to do.</summary>
public sealed class DemoSeat(ProductOptions options, IActorRuntime runtime)
{
    private const string Specialist = "SUS";

    /// <summary>Hands the role over; does nothing outside a demo.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        var study = new ActorId(ActorKind.Study, DemoStudy.Key);
        if (options.Demo && await runtime.ReadAsync(study, cancellationToken) is { State: StudyState })
        {
            await runtime.SendAsync(new Envelope(DerivedId.From("demo.seat", DemoStudy.Key), study, new SetStudyTeam(Specialist, AccountDirectory.FirstKey), Origin.System), cancellationToken);
        }
    }
}
