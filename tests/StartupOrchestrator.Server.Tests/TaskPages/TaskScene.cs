using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using StartupOrchestrator.Correspondence.Links;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Commands;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.TaskPages;

/// <summary>A running product with a site contact, a task and the link that a mail would bring.</summary>
internal sealed partial class TaskScene : IAsyncDisposable
{
    private static readonly TaskLinkKey Key = new(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());
    private int commands;

    private TaskScene(TestServer server)
    {
        Server = server;
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = server.Address };
    }

    public TestServer Server { get; }

    public HttpClient Http { get; }

    public static ActorId Task { get; } = new(ActorKind.Task, "t1");

    public static Scope Place { get; } = new("sp", "onc-301", "PL", "onc-301.pl-04");

    public string Link { get; private set; } = "";

    public static TaskForm Form(FileRef? template = null) => new(
    [
        new FormField("stillPi", "Are you still the principal investigator?", FieldKind.YesNo, Required: true),
        new FormField("visitDay", "Which day suits you for the initiation visit?", FieldKind.Choice, Required: true, Help: "On site, with you, the coordinator and the pharmacist.",
            Options: [new("d1", "Wednesday, 27-Jan-2027, 09:00 to 15:00"), new("d2", "Thursday, 28-Jan-2027, 09:00 to 15:00"), new("none", "None of these, I suggest another day")]),
        new FormField("beds", "How many beds does the ward have?", FieldKind.Number, Required: true, Step: 3, Min: 1, Max: 500),
        new FormField("since", "Open since", FieldKind.Date, Step: 3, MaxDate: new LocalDate(2026, 12, 31)),
        new FormField("remark", "Anything that we should know?", FieldKind.Text, Step: 3, Max: 200),
        new FormField("labCert", "Send the laboratory certificate", FieldKind.File, Required: true, Template: template),
    ]);

    public static async Task<TaskScene> StartAsync(TaskForm? form = null, ImmutableArray<TaskOutcome> outcomes = default, Func<Hosting.ProductOptions, Hosting.ProductOptions>? change = null, bool formless = false)
    {
        var scene = new TaskScene(await TestServer.StartAsync(o => (change?.Invoke(o) ?? o) with { Services = s => s.TryAddSingleton(CountryPackCatalog.Empty) }));
        await scene.RegisterAsync("p1", "Dr. Jan Wierzba", "en");
        await scene.TellAsync(Place.StudyActor!.Value, new RegisterStudy("A study of a thing", "ONC-301", "sp"));
        await scene.TellAsync(Place.SiteActor!.Value, new IdentifySite("sp", "onc-301", "PL", "PL-04", "Szpital Kliniczny Brzegowo", TimeZone: "Europe/Warsaw"));
        await scene.TellAsync(Task, new CreateTask(
            "site-answers", "Confirm PI, visit day and laboratory", Place, new Assignee("PI", "p1"), Why: "So that we can book your initiation visit",
            Due: new LocalDate(2030, 12, 4), TimeZone: "Europe/Warsaw", Form: formless ? null : form ?? Form(), Outcomes: outcomes, OnTaskPage: true, EstimatedMinutes: 3));
        scene.Link = await scene.IssueAsync("p1");
        await scene.SettleAsync();
        return scene;
    }

    /// <summary>Waits until nothing is on its way from the site to its country: from then on nothing changes that no visitor caused.</summary>
    private async Task SettleAsync()
    {
        var (site, country) = (Place.SiteActor!.Value.ToString(), Place.CountryActor!.Value.ToString());
        for (var tries = 0; tries < 250 && (await Server.Storage.Deliveries.PendingAsync(site, country, 1, TestContext.Current.CancellationToken)).Count > 0; tries++)
        {
            await System.Threading.Tasks.Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public async Task<string> IssueAsync(string person, Instant? expires = null, long generation = 0)
    {
        var link = TaskLink.For(Key, Task.Key, person, generation);
        await TellAsync(Task, new IssueLink(link.Hash, person, expires ?? Instant.FromUtc(2031, 1, 1, 0, 0)));
        return "/t/" + link.Token;
    }

    public Task RegisterAsync(string key, string name, string language, PersonKind kind = PersonKind.Contact)
    {
        var sealedName = Server.App.Services.GetRequiredService<PersonalSealer>().Seal($"register-{key}", "name", name, $"person/{key}");
        return TellAsync(new ActorId(ActorKind.Person, key), new RegisterPerson(kind, sealedName.Ref, Language: language, TimeZone: "Europe/Warsaw"), personal: [sealedName]);
    }

    public async Task TellAsync(ActorId target, Command command, string by = Origin.SystemActor, ImmutableArray<SealedValue> personal = default, PersonalRef? reason = null)
    {
        var envelope = new Envelope($"scene-{++commands}", target, command, new Origin(by) { Reason = reason }) { Personal = personal.IsDefault ? [] : personal };
        var result = await Server.Runtime.SendAsync(envelope, TestContext.Current.CancellationToken);
        Assert.True(result is CommandResult.Done, (result as CommandResult.Refused)?.Refusal.Message);
    }

    public async Task<TaskState> StateAsync() => (TaskState)(await Server.Runtime.ReadAsync(Task, TestContext.Current.CancellationToken))!.State;

    public async Task<string> PersonalAsync(PersonalRef reference) =>
        (await Server.Storage.Personal.ReadAsync([reference.Id], TestContext.Current.CancellationToken))[reference.Id];

    public async Task<(HttpStatusCode Status, string Html, Uri? Location)> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(path, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await TextAsync(answer), answer.Headers.Location);
    }

    /// <summary>Opens a page and sends its form with values, as a browser does.</summary>
    public async Task<(HttpStatusCode Status, string Html, Uri? Location)> SubmitAsync(string page, string action, params (string Name, object Value)[] values)
    {
        var (_, html, _) = await GetAsync(page);
        return await PostAsync(action, Hidden(html), values);
    }

    public async Task<(HttpStatusCode Status, string Html, Uri? Location)> PostAsync(string action, IEnumerable<(string Name, string Value)> hidden, params (string Name, object Value)[] values)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in hidden.Select(h => (h.Name, (object)h.Value)).Concat(values))
        {
            if (value is (string fileName, byte[] content))
            {
                form.Add(new ByteArrayContent(content), name, fileName);
            }
            else
            {
                form.Add(new StringContent((string)value), name);
            }
        }

        using var answer = await Http.PostAsync(action, form, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await TextAsync(answer), answer.Headers.Location);
    }

    public static IReadOnlyList<(string Name, string Value)> Hidden(string html) =>
        [.. HiddenField().Matches(html).Select(m => (m.Groups[1].Value, m.Groups[2].Value))];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }

    // Marks around dates only keep them on one line.
    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(DateMark().Replace(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "$1"));

    [GeneratedRegex("<span class=\"dt\">([^<]*)</span>")]
    private static partial Regex DateMark();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
