using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.Imports;
using StartupOrchestrator.Server.Features.Letters;
using StartupOrchestrator.Server.Features.Settings;
using StartupOrchestrator.Server.Features.Views;
using StartupOrchestrator.Server.Features.Audit;
using StartupOrchestrator.Server.Features.Events;
using StartupOrchestrator.Server.Features.Exports;
using StartupOrchestrator.Server.Features.Files;
using StartupOrchestrator.Server.Features.Operations;
using StartupOrchestrator.Server.Features.People;
using StartupOrchestrator.Server.Features.Rehearsals;
using StartupOrchestrator.Server.Features.Records;
using StartupOrchestrator.Server.Features.Search;
using StartupOrchestrator.Server.Features.Session;
using StartupOrchestrator.Server.Features.SetUp;
using StartupOrchestrator.Server.Features.BlockedSteps;
using StartupOrchestrator.Server.Features.Definitions;
using StartupOrchestrator.Server.Features.Deliveries;
using StartupOrchestrator.Server.Features.Schedule;
using StartupOrchestrator.Server.Features.Plans;
using StartupOrchestrator.Server.Features.Sites;
using StartupOrchestrator.Server.Features.Waiting;
using StartupOrchestrator.Server.Features.Studies;
using StartupOrchestrator.Server.Features.Work;
using StartupOrchestrator.Server.Features.Tokens;

namespace StartupOrchestrator.Server.Features;

/// <summary>The whole API: one line a feature.</summary>
internal static class Api
{
    private static readonly ActorKind[] Plain = [ActorKind.StudyCountry, ActorKind.Document, ActorKind.Submission, ActorKind.Contract, ActorKind.Task, ActorKind.Note];

    /// <summary>Maps everything under <c>/api/v1</c>, and the description at <c>/openapi/v1.json</c>.</summary>
    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi().OpenBecause("describes the API; no data");
        var api = app.MapGroup("/api/v1");
        api.MapSession();
        api.MapSetUp();
        api.MapTokens();
        foreach (var kind in Plain)
        {
            api.MapRecordReads(kind).MapCreation(kind).MapCommands(kind);
        }

        api.MapRecordReads(ActorKind.Workflow).MapCommands(ActorKind.Workflow);
        api.MapRecordReads(ActorKind.Process);
        api.MapStudies();
        api.MapSites();
        api.MapSchedule();
        api.MapWaiting();
        api.MapWork();
        api.MapViews();
        api.MapLetters();
        api.MapSettings();
        api.MapBlockedSteps();
        api.MapDefinitions();
        api.MapDefinitionExchange();
        api.MapPlans();
        api.MapDeliveries();
        api.MapPeople();
        api.MapImports();
        api.MapRehearsals();
        api.MapAudit();
        api.MapSearch();
        api.MapExports();
        api.MapFiles();
        api.MapEvents();
        api.MapOperations();
    }
}
