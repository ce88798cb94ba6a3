using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Definitions;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Driving;
using StartupOrchestrator.Runtime.Memory;
using StartupOrchestrator.Runtime.Plans;
using StartupOrchestrator.Runtime.Plans.Triggers;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Workflows.Simulation.World;

namespace StartupOrchestrator.Runtime.Tests.Plans;

/// <summary>A study with countries and sites on a database in memory, its plans, and the world around it.</summary>
internal sealed class StudyFixture : IAsyncDisposable
{
    public const string Study = "abc", Sponsor = "acme";
    private static readonly string[] Contacts = ["PI", "SC", "SAD", "PHA", "LAB"];
    private static readonly PlanDefinitionCache Definitions = new();
    private int commands;

    private StudyFixture(IWorldPolicy policy, ulong seed)
    {
        Clock = new VirtualClock(Instant.FromUtc(2026, 1, 5, 8, 0));
        Storage = new MemoryStorage();
        var catalog = ContractCatalog.Scan(typeof(StartupOrchestrator.Runtime.Plans.StartPlan).Assembly);
        var types = DomainActors.All(CountryPackCatalog.Empty).Where(t => t.Kind is not (ActorKind.Workflow or ActorKind.Definition))
            .Append(new DefinitionActor()).Append(new WorkflowActor(Definitions, catalog)).Append(new TriggerActor(Definitions));
        Runtime = new StartupRuntime(
            types, catalog, Storage, Clock, () => [new RecordingHandler(OutboxTargets.Mail), new RecordingHandler(OutboxTargets.Calendar)], new RuntimeOptions { Background = false });
        Runtime.Start();
        Driver = new WorldDriver(Runtime, Clock, new World(new SplitRandom(seed), policy));
    }

    public VirtualClock Clock { get; }

    public IStorage Storage { get; }

    public StartupRuntime Runtime { get; }

    public WorldDriver Driver { get; }

    /// <summary>Registers the study and starts its plan. Sites are <c>abc.001</c> and on, in the order of the countries.</summary>
    public static async Task<StudyFixture> StartAsync(IWorldPolicy policy, ulong seed, JsonObject? settings, params (CountryPack Pack, int Sites)[] countries)
    {
        var fixture = new StudyFixture(policy, seed);
        foreach (var envelope in StandardDefinitions.Publish(text => new SealedValue(new PersonalRef(DerivedId.From(text), new string('0', 64)), new string('0', 32), text, null)))
        {
            await fixture.SendAsync(envelope);
        }

        await fixture.SendAsync(new ActorId(ActorKind.Study, Study), new RegisterStudy("A study", "P-1", Sponsor));
        var starting = new List<StartingCountry>();
        var number = 0;
        foreach (var (pack, sites) in countries)
        {
            await fixture.SendAsync(Scope.CountryOf(Study, pack.Id), new AddCountry(Sponsor, Study, pack.Id));
            var keys = new List<StartingSite>();
            for (var i = 0; i < sites; i++)
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"{Study}.{++number:000}");
                var site = new ActorId(ActorKind.Site, key);
                await fixture.SendAsync(site, new IdentifySite(Sponsor, Study, pack.Id, $"{pack.Id}-{i + 1:00}", $"Hospital {number}", TimeZone: pack.TimeZones?.Value[0]));
                foreach (var role in Contacts)
                {
                    await fixture.SendAsync(site, new AssignContact(role, $"{role}-{key}".ToLowerInvariant()));
                }

                keys.Add(new StartingSite(key, pack.TimeZones?.Value[0]));
            }

            starting.Add(new StartingCountry(pack.Id, pack, [.. keys]));
        }

        var plan = new StartupOrchestrator.Runtime.Plans.StartPlan(StandardDefinitions.Study, new Scope(Sponsor, Study), StudyStart.Inputs(starting, 2026, settings), Correlation: Study);
        await fixture.SendAsync(StudyStart.Plan(Study), plan);
        return fixture;
    }

    public Task RunAsync() => Driver.RunAsync(new LocalDate(2030, 1, 1), async () => (await PlanAsync())?.IsOver == true);

    public async Task<PlanState?> PlanAsync() => (await Runtime.Actors.ReadAsync(StudyStart.Plan(Study), CancellationToken.None))?.State as PlanState;

    public async Task<CommandResult> SendAsync(Envelope envelope)
    {
        var result = await Runtime.Actors.SendAsync(envelope, CancellationToken.None);
        Assert.False(result is CommandResult.Refused, result is CommandResult.Refused r ? $"{envelope.Command}: {r.Refusal.Message}" : "");
        return result;
    }

    public Task<CommandResult> SendAsync(ActorId target, Command command, string by = "person/sul", PersonalRef? reason = null) => SendAsync(
        new Envelope(string.Create(CultureInfo.InvariantCulture, $"test-{++commands}"), target, command, new Origin(by) { Reason = reason }));

    public Task ChangeCoreIcfAsync(string version) =>
        SendAsync(new ActorId(ActorKind.Study, Study), new ChangeCoreIcf(version), reason: new PersonalRef("why", new string('0', 64)));

    public async Task<SiteState> SiteAsync(string key) =>
        (SiteState)(await Runtime.Actors.ReadAsync(new ActorId(ActorKind.Site, key), CancellationToken.None))!.State;

    public async Task<CountryStatus> CountryAsync(string iso2) =>
        ((CountryState)(await Runtime.Actors.ReadAsync(Scope.CountryOf(Study, iso2), CancellationToken.None))!.State).Status;

    /// <summary>All rows of a kind.</summary>
    public async Task<IReadOnlyList<StoredView>> RowsAsync(ActorKind kind)
    {
        var rows = new List<StoredView>();
        string? cursor = null;
        do
        {
            var page = await Storage.Views.QueryAsync(new ViewQuery(kind, ViewScope.All) { Limit = 5000, Cursor = cursor }, CancellationToken.None);
            rows.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        return rows;
    }

    /// <summary>Blocked steps of all plans, in words.</summary>
    public async Task<IReadOnlyList<string>> BlockedAsync() =>
        [.. (await RowsAsync(ActorKind.Workflow)).SelectMany(r => (r.Row.Doc["blocked"] as JsonArray ?? []).Select(b => $"{r.Row.Code} {r.Row.Site}: {b!["activity"]}: {b["message"]}"))];

    public async ValueTask DisposeAsync()
    {
        await Runtime.DisposeAsync();
        await Storage.DisposeAsync();
    }
}
