using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Server.Commands;
using StartupOrchestrator.Server.Features.BlockedSteps;
using StartupOrchestrator.Server.Features.Imports;
using StartupOrchestrator.Server.Features.Letters;
using StartupOrchestrator.Server.Features.Rehearsals;
using StartupOrchestrator.Server.Features.Audit;
using StartupOrchestrator.Server.Features.Exports;
using StartupOrchestrator.Server.Features.Files;
using StartupOrchestrator.Server.Features.People;
using StartupOrchestrator.Server.Features.Records;
using StartupOrchestrator.Server.Features.Definitions;
using StartupOrchestrator.Server.Features.Schedule;
using StartupOrchestrator.Server.Features.Operations;
using StartupOrchestrator.Server.Features.Plans;
using StartupOrchestrator.Server.Features.Sites;
using StartupOrchestrator.Server.Features.Studies;
using StartupOrchestrator.Server.Features.Waiting;
using StartupOrchestrator.Server.Features.Work;
using StartupOrchestrator.Server.Features.Session;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>Registers what endpoints need.</summary>
internal static class ApiRegistration
{
    /// <summary>Adds JSON, problem details, the API's description and the features' readers.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddSingleton<StuckWaits>();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(o =>
        {
            var json = o.SerializerOptions;
            json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            json.NumberHandling = JsonNumberHandling.Strict;
            json.MaxDepth = 80; // a definition of 64 levels, the most that the original reads, lies inside requests and answers
            json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.AllowDuplicateProperties = false;
            json.RespectNullableAnnotations = true;
            json.TypeInfoResolver = (json.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(ReaderLanguage.Say);
            foreach (var converter in DomainJson.Options.Converters)
            {
                json.Converters.Add(converter);
            }
        });
        services.AddProblemDetails();
        services.AddApiDescription();
        services.AddSingleton<PersonalSealer>();
        services.AddSingleton<CommandReader>();
        services.AddSingleton<CommandDesk>();
        services.AddSingleton<CommandChecks>();
        services.AddSingleton<ImportDesk>();
        services.AddSingleton<RehearsalRoom>();
        services.AddSingleton<RehearsalComparison>();
        services.AddSingleton<StudyStarter>();
        services.AddSingleton<ImportProgressReader>();
        services.AddSingleton<ScopeCompletion>();
        services.AddSingleton<PersonalText>();
        services.AddSingleton<RecordReader>();
        services.AddSingleton<AuditReader>();
        services.AddSingleton<FilesOfRecord>();
        services.AddSingleton<PeopleVisibility>();
        services.AddSingleton<PeopleReader>();
        services.AddSingleton<PersonNames>();
        services.AddSingleton<ScheduleReader>();
        services.AddSingleton<PlanDesk>();
        services.AddSingleton<WaitsReader>();
        services.AddSingleton<LetterReader>();
        services.AddSingleton<SiteReader>();
        services.AddSingleton<GateReader>();
        services.AddSingleton<SiteSummaries>();
        services.AddSingleton<StudyReader>();
        services.AddSingleton<WorkRows>();
        services.AddSingleton<WorkReader>();
        services.AddSingleton<DefinitionDesk>();
        services.AddSingleton<DefinitionLibrary>();
        services.AddSingleton<DefinitionPublisher>();
        services.AddSingleton<PlanGraphs>();
        services.AddSingleton<PlanHistory>();
        services.AddSingleton<PlanMigrations>();
        services.AddSingleton<StandingStill>();
        services.AddSingleton<CsvTables>();
        services.AddSingleton<SiteSheet>();
        services.AddSingleton<InstanceReader>();
        services.AddSingleton<SessionReader>();
        services.AddSingleton<OperationsReader>();
        services.AddSingleton<HeldMailDesk>();
        return services;
    }
}
