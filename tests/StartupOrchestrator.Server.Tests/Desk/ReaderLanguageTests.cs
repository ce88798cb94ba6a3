using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Submissions;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Desk;

/// <summary>Texts of plans come in the language of whoever reads them; what people wrote does not change.</summary>
public sealed class ReaderLanguageTests
{
    private static readonly Scope Site = new("sponsor-alpha", "alpha", "PL", "alpha.pl-01");

    [Fact]
    public async Task Title_why_and_outcomes_of_a_task_come_in_the_language_that_is_asked_for()
    {
        await using var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();
        await server.TellAsync(new ActorId(ActorKind.Task, "said"), new CreateTask("select", "Select the site", Site, new Assignee("SUS"), Why: "The sponsor decides by it.", Outcomes: [new TaskOutcome("select", "Select")]));
        await server.TellAsync(new ActorId(ActorKind.Task, "written"), new CreateTask("by-hand", "Call the director", Site, new Assignee("SUS")));

        var english = await TasksAsync(admin);
        admin.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
        var german = await TasksAsync(admin);

        Assert.Equal(("Select the site", "Call the director"), ((string)english["said"]["title"]!, (string)english["written"]["title"]!));
        Assert.Equal(("Zentrum auswählen", "Call the director"), ((string)german["said"]["title"]!, (string)german["written"]["title"]!));
        Assert.Equal(("Danach entscheidet der Sponsor.", "Auswählen"), ((string)german["said"]["details"]!["why"]!, (string)german["said"]["details"]!["outcomes"]![0]!["label"]!));
        Assert.Equal("select", (string)german["said"]["details"]!["outcomes"]![0]!["code"]!);
    }

    [Fact]
    public async Task Answer_of_the_API_says_its_language_and_that_it_depends_on_the_reader_and_other_pages_do_not()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.AdminAsync();
        admin.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");

        using var answer = await admin.Http.GetAsync(new Uri("/api/v1/studies", UriKind.Relative), TestContext.Current.CancellationToken);
        using var page = await admin.Http.GetAsync(new Uri("/t/none", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(["de"], answer.Content.Headers.ContentLanguage);
        Assert.Equal(["Accept-Language"], answer.Headers.Vary);
        Assert.Empty(page.Content.Headers.ContentLanguage);
    }

    [Fact]
    public async Task Task_to_answer_a_committee_is_done_by_the_answer_at_its_submission()
    {
        await using var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();
        var submission = new ActorId(ActorKind.Submission, "ethics");
        await server.TellAsync(submission, new PlanSubmission(SubmissionType.EthicsLocal, "PL", Site));
        await server.TellAsync(new ActorId(ActorKind.Task, "answer"), new CreateTask("rfi-answer", "Answer the assessment questions", Site, new Assignee("SUS"), RelatedActor: submission));

        var line = (await admin.GetJsonAsync("/api/v1/work?who=team"))["groups"]!.AsArray().SelectMany(g => g!["items"]!.AsArray()).Single(i => (string)i!["key"]! == "answer")!;

        Assert.Equal(("answer", "submission/ethics"), ((string)line["act"]!, (string)line["about"]!));
    }

    private static async Task<Dictionary<string, JsonNode>> TasksAsync(Browser admin) =>
        (await admin.GetJsonAsync("/api/v1/tasks?site=alpha.pl-01"))["items"]!.AsArray().ToDictionary(t => (string)t!["key"]!, t => t!);
}
