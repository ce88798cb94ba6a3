using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Domain.Submissions;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.EndToEnd.SpecialistDesk;

/// <summary>A study of many sites with planned dates, tasks that wait on site contacts, and a submission under review: what a specialist finds in the morning.</summary>
internal sealed class DeskScene : IAsyncDisposable
{
    public const string Study = "desk-1";
    public const string Sponsor = "example";

    private DeskScene(TestServer server) => Server = server;

    public TestServer Server { get; }

    public static string SiteKey(int number) => $"{Study}.{Country(number).ToLowerInvariant()}-{number:0000}";

    public static string Code(int number) => $"{Country(number)}-{number:0000}";

    public static async Task<DeskScene> PlayAsync(int sites)
    {
        var scene = new DeskScene(await TestServer.StartAsync());
        using var admin = await scene.Server.AdminAsync();
        await scene.Server.TellAsync(new ActorId(ActorKind.Study, Study), new RegisterStudy("A made-up study", "DESK-1", Sponsor, ShortTitle: "DESK-1"));
        foreach (var iso in new[] { "PL", "DE" })
        {
            await scene.Server.TellAsync(Scope.CountryOf(Study, iso), new AddCountry(Sponsor, Study, iso));
        }

        await Parallel.ForEachAsync(Enumerable.Range(1, sites), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
            await scene.Server.TellAsync(new ActorId(ActorKind.Site, SiteKey(number)), new IdentifySite(Sponsor, Study, Country(number), Code(number), $"Hospital {number}", "Town", Country(number) == "PL" ? "Europe/Warsaw" : "Europe/Berlin")));
        using var planned = await admin.PostAsync($"/api/v1/studies/{Study}/plan-dates", new { });
        planned.EnsureSuccessStatusCode();
        await scene.AskAsync(admin);
        return scene;
    }

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();

    /// <summary>Two site contacts owe an answer since weeks; a committee looks at a submission.</summary>
    private async Task AskAsync(Browser admin)
    {
        var today = LocalDate.FromDateTime(DateTime.UtcNow);
        foreach (var number in new[] { 1, 2 })
        {
            var contact = await PersonAsync(admin, $"Contact {number}", "contact");
            await Server.TellAsync(new ActorId(ActorKind.Site, SiteKey(number)), new AssignContact("SC", contact));
            await Server.TellAsync(
                new ActorId(ActorKind.Task, $"return-{number}"),
                new CreateTask("return-document", $"Return the document {number}", ScopeOf(number), new Assignee("SC", contact), Due: today.PlusDays(-30 * number), OnTaskPage: true));
        }

        var submission = new ActorId(ActorKind.Submission, "committee");
        await Server.TellAsync(submission, new PlanSubmission(SubmissionType.EthicsLocal, "PL", ScopeOf(1), Title: "Local ethics committee"));
        foreach (var step in new Command[] { new CompileSubmission(), new SubmissionIsReady(), new Submit(), new ValidationPassed() })
        {
            await Server.TellAsync(submission, step);
        }
    }

    public async Task<string> PersonAsync(Browser admin, string name, string kind)
    {
        using var answer = await admin.PostAsync("/api/v1/people", new { kind, name, email = $"{name.Replace(' ', '.').ToLowerInvariant()}@example.org", language = "en", timeZone = "Europe/Berlin" });
        answer.EnsureSuccessStatusCode();
        return (await answer.JsonAsync())["key"]!.GetValue<string>();
    }

    /// <summary>A colleague with an account and a role in the study.</summary>
    public async Task<string> ColleagueAsync(Browser admin, string name, string role, string password)
    {
        var key = await PersonAsync(admin, name, "staff");
        using var secret = await admin.SendAsync(HttpMethod.Put, $"/api/v1/people/{key}/password", new { password });
        secret.EnsureSuccessStatusCode();
        using var grant = await admin.PostAsync($"/api/v1/people/{key}/grants", new { role, study = Study, sponsor = Sponsor });
        grant.EnsureSuccessStatusCode();
        return key;
    }

    public static Scope ScopeOf(int number) => new(Sponsor, Study, Country(number), SiteKey(number));

    private static string Country(int number) => number % 2 == 1 ? "PL" : "DE";
}
