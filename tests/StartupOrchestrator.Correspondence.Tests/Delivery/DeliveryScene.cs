using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using StartupOrchestrator.Correspondence.Delivery;
using StartupOrchestrator.Correspondence.Links;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Organisation;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Driving;
using StartupOrchestrator.Runtime.Memory;
using StartupOrchestrator.Runtime.Relays;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Correspondence.Tests.Delivery;

/// <summary>Actors, their outbox and the mail handlers over a database in memory and a clock that is moved by hand.</summary>
internal sealed class DeliveryScene : IAsyncDisposable
{
    public static readonly ActorId Task = new(ActorKind.Task, "t1");
    private readonly ServiceProvider services;
    private int commands;

    public DeliveryScene(DatabaseNature nature = DatabaseNature.Production)
    {
        Clock = new VirtualClock(Instant.FromUtc(2026, 11, 24, 9, 0));
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton(ContractCatalog.Scan([typeof(ActorId).Assembly, typeof(IActorRuntime).Assembly]));
        collection.AddSingleton<IStorage>(new MemoryStorage(nature, Clock));
        collection.AddSingleton(CountryPackCatalog.Empty);
        foreach (var type in new[] { typeof(PersonActor), typeof(TaskActor), typeof(SiteActor), typeof(CountryActor), typeof(StudyActor), typeof(OrganisationActor), typeof(Domain.Letters.LetterActor) })
        {
            collection.AddSingleton(typeof(IActorType), sp => ActivatorUtilities.CreateInstance(sp, type));
        }

        collection.AddStartupRuntime(new RuntimeOptions { Background = false });
        collection.AddCorrespondence(
            _ => new MailOptions { FromAddress = "startup@example.org", PublicAddress = new Uri("https://startup.example"), Nature = nature, InstanceName = "Spring", PickupFolder = null, TrainingAllowList = ["@site.example"] },
            _ => new TaskLinkKey(new byte[32]), _ => nature == DatabaseNature.Rehearsal ? null : Post);
        services = collection.BuildServiceProvider();
    }

    public VirtualClock Clock { get; }

    public PostOffice Post { get; } = new();

    public IActorRuntime Runtime => services.GetRequiredService<IActorRuntime>();

    public IStorage Storage => services.GetRequiredService<IStorage>();

    public IMailTransport Transport => services.GetRequiredService<IMailTransport>();

    public Instant Now => Clock.Now;

    public static Scope Scope { get; } = new("sp", "onc-301", "PL", "onc-301.pl-04");

    public async System.Threading.Tasks.Task FurnishAsync()
    {
        await PersonAsync("p1", "Dr. Jan Wierzba", "jan@site.example", PersonKind.Contact);
        await PersonAsync("s1", "Marta Zielak", "marta@cro.example", PersonKind.Staff);
        await TellAsync(Scope.StudyActor!.Value, new RegisterStudy("A study of a thing", "ONC-301", "sp", ShortTitle: "Thing"));
        await TellAsync(Scope.SiteActor!.Value, new IdentifySite("sp", "onc-301", "PL", "PL-04", "Szpital Kliniczny Brzegowo", TimeZone: "Europe/Warsaw"));
        await TellAsync(Scope.SiteActor!.Value, new AssignContact("PI", "p1"));
        await TellAsync(Scope.SiteActor!.Value, new AssignContact("CRA", "s1"));
    }

    public System.Threading.Tasks.Task GiveAsync(string key = "t1", bool onPage = true) => TellAsync(new ActorId(ActorKind.Task, key), new CreateTask(
        "return-cv", "Send the CV of the PI", Scope, new Assignee("PI", "p1"), Why: "The ethics committee asks for it", Due: new LocalDate(2026, 12, 4), TimeZone: "Europe/Warsaw",
        OnTaskPage: onPage, EstimatedMinutes: 3, QuestionsTo: "s1", Form: new TaskForm([new FormField("signed", "Is it signed?", FieldKind.YesNo, Required: true)])));

    public System.Threading.Tasks.Task PersonAsync(string key, string name, string? email, PersonKind kind, string language = "en") => TellAsync(
        new ActorId(ActorKind.Person, key), new RegisterPerson(kind, Ref($"{key}-name"), email is null ? null : Ref($"{key}-email"), AccountHash: email is null ? null : Hash(email), Language: language, TimeZone: "Europe/Warsaw"),
        personal: email is null ? [Seal($"{key}-name", name)] : [Seal($"{key}-name", name), Seal($"{key}-email", email)]);

    public static PersonalRef Ref(string id) => new(id, "hash");

    public static string Hash(string email) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(email)));

    public static SealedValue Seal(string id, string value) => new(Ref(id), new string('0', 32), value, null);

    public async System.Threading.Tasks.Task TellAsync(ActorId target, Command command, string by = Origin.SystemActor, ImmutableArray<SealedValue> personal = default)
    {
        var result = await Runtime.SendAsync(new Envelope($"c{++commands}", target, command, new Origin(by)) { Personal = personal.IsDefault ? [] : personal }, TestContext.Current.CancellationToken);
        Assert.True(result is CommandResult.Done, (result as CommandResult.Refused)?.Refusal.Message);
    }

    /// <summary>Delivers what is due now.</summary>
    public Task<Instant?> DeliverAsync() => services.GetRequiredService<RuntimeDriver>().RunUntilIdleAsync(Now, TestContext.Current.CancellationToken);

    /// <summary>Has one mail row carried out.</summary>
    public Task<bool> HandleAsync(PendingMessage row) => services.GetServices<IEffectHandler>().Single(h => h.Target == OutboxTargets.Mail).DeliverAsync(row, TestContext.Current.CancellationToken);

    /// <summary>Has one calendar row carried out.</summary>
    public Task<bool> InviteAsync(PendingMessage row) => services.GetServices<IEffectHandler>().Single(h => h.Target == OutboxTargets.Calendar).DeliverAsync(row, TestContext.Current.CancellationToken);

    public async Task<TaskState> TaskAsync() => (TaskState)(await Runtime.ReadAsync(Task, TestContext.Current.CancellationToken))!.State;

    public async Task<PersonState> PersonAsync(string key) => (PersonState)(await Runtime.ReadAsync(new ActorId(ActorKind.Person, key), TestContext.Current.CancellationToken))!.State;

    public async ValueTask DisposeAsync() => await services.DisposeAsync();
}

/// <summary>A mail server of our own: remembers what arrived and misbehaves on request.</summary>
internal sealed class PostOffice : IMailTransport
{
    public string Name => "test";

    public List<MailMessage> Mails { get; } = [];

    /// <summary>Breaks down after having taken the next so many mails: between "250" and the relay's own mark.</summary>
    public int BreaksAfterTaking { get; set; }

    public string? Refuses { get; set; }

    public MailMessage Last => Mails[^1];

    public Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        if (Refuses is { } address && message.To.Address == address)
        {
            return Task.FromResult<MailOutcome>(new MailOutcome.Refused("550 5.1.1 no such user"));
        }

        Mails.Add(message);
        return BreaksAfterTaking-- > 0 ? throw new MailDelayedException("connection lost") : Task.FromResult<MailOutcome>(new MailOutcome.Sent("250 ok"));
    }
}
