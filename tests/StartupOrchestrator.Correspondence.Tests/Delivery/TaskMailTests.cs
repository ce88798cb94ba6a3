using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime;
using StartupOrchestrator.Correspondence.Links;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Organisation;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Correspondence.Tests.Delivery;

public sealed partial class TaskMailTests
{
    [Fact]
    public async Task Task_given_to_a_contact_brings_one_mail_with_a_link_that_opens_it()
    {
        await using var scene = await SceneAsync();
        await scene.GiveAsync();
        await scene.DeliverAsync();

        var mail = Assert.Single(scene.Post.Mails);
        Assert.Equal("jan@site.example", mail.To.Address);
        Assert.Equal("Marta Zielak, ONC-301 start-up", mail.From.Name);
        Assert.Equal("ONC-301, PL-04: Send the CV of the PI, by 04-Dec-2026", mail.Subject);
        string[] said = ["Dear Dr. Jan Wierzba,", "PL-04, Szpital Kliniczny Brzegowo", "The ethics committee asks for it", "About 3 minutes", "Friday, 04-Dec-2026"];
        Assert.All(said, s => Assert.Contains(s, mail.Text, StringComparison.Ordinal));
        Assert.Equal(LinkStanding.Opens, LinkRules.Judge(await scene.TaskAsync(), LinkIn(mail.Text).Hash, scene.Now).Standing);
    }

    [Fact]
    public async Task Secret_of_a_link_is_in_no_record()
    {
        await using var scene = await SceneAsync();
        await scene.GiveAsync();
        await scene.DeliverAsync();
        var secret = LinkIn(scene.Post.Last.Text).Token.Split('~')[1];

        await foreach (var stream in scene.Storage.Journal.StreamsAsync(TestContext.Current.CancellationToken))
        {
            Assert.DoesNotContain(secret, (await scene.Storage.Steps.LoadAsync(stream, TestContext.Current.CancellationToken))!.State, StringComparison.Ordinal);
            await foreach (var entry in scene.Storage.Journal.ReadStreamAsync(stream, 1, TestContext.Current.CancellationToken))
            {
                Assert.DoesNotContain(secret, entry.Data, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Relay_that_breaks_after_the_server_took_the_mail_sends_it_again_under_the_same_names()
    {
        await using var scene = await SceneAsync();
        scene.Post.BreaksAfterTaking = 2;
        await scene.GiveAsync();
        for (var i = 0; i < 3; i++)
        {
            await scene.DeliverAsync();
            scene.Clock.Advance(Duration.FromMinutes(2));
        }

        Assert.Equal(3, scene.Post.Mails.Count);
        Assert.Single(scene.Post.Mails.Select(m => m.MessageId).Distinct());
        Assert.Single(scene.Post.Mails.Select(m => LinkIn(m.Text).Token).Distinct());
        Assert.Single((await scene.TaskAsync()).Links);
    }

    [Fact]
    public async Task Reminder_brings_the_same_link_and_a_revoked_link_never_comes_back()
    {
        await using var scene = await SceneAsync();
        await scene.GiveAsync();
        await scene.DeliverAsync();
        await scene.TellAsync(DeliveryScene.Task, new RemindTask(), by: "person/s1");
        await scene.DeliverAsync();
        Assert.Equal(LinkIn(scene.Post.Mails[0].Text).Token, LinkIn(scene.Post.Mails[1].Text).Token);

        await scene.TellAsync(DeliveryScene.Task, new RevokeLinks("p1"));
        await scene.TellAsync(DeliveryScene.Task, new RemindTask(), by: "person/s1");
        await scene.DeliverAsync();

        var state = await scene.TaskAsync();
        Assert.Equal(LinkStanding.Revoked, LinkRules.Judge(state, LinkIn(scene.Post.Mails[0].Text).Hash, scene.Now).Standing);
        Assert.Equal(LinkStanding.Opens, LinkRules.Judge(state, LinkIn(scene.Post.Last.Text).Hash, scene.Now).Standing);
    }

    [Fact]
    public async Task Mail_that_asks_for_what_is_done_meanwhile_does_not_leave()
    {
        await using var scene = await SceneAsync();
        await scene.GiveAsync();
        await scene.TellAsync(DeliveryScene.Task, new CompleteTask(Answers: System.Collections.Immutable.ImmutableSortedDictionary.Create<string, Answer>(StringComparer.Ordinal).Add("signed", new Answer(Yes: true))), by: "person/s1");
        await scene.DeliverAsync();

        var receipt = Assert.Single(scene.Post.Mails);
        Assert.StartsWith("Received: ", receipt.Subject, StringComparison.Ordinal);
        Assert.Contains("Is it signed?", receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_and_answer_travel_in_the_conversation_of_the_task()
    {
        await using var scene = await SceneAsync();
        await scene.GiveAsync();
        await scene.TellAsync(DeliveryScene.Task, new AskQuestion(DeliveryScene.Ref("q")), by: "person/p1", personal: [DeliveryScene.Seal("q", "Which CV form?\nOurs is old.")]);
        await scene.DeliverAsync();
        await scene.TellAsync(DeliveryScene.Task, new ReplyToQuestion(DeliveryScene.Ref("a")), by: "person/s1", personal: [DeliveryScene.Seal("a", "Any signed form.")]);
        await scene.DeliverAsync();

        var question = scene.Post.Mails.Single(m => m.To.Address == "marta@cro.example");
        Assert.Contains("> Which CV form?\n> Ours is old.", question.Text, StringComparison.Ordinal);
        Assert.Contains("Dr. Jan Wierzba asks", question.Text, StringComparison.Ordinal);
        Assert.Contains("https://startup.example/work?task=t1", question.Text, StringComparison.Ordinal);
        var answer = scene.Post.Last;
        Assert.Equal("jan@site.example", answer.To.Address);
        Assert.Contains("> Any signed form.", answer.Text, StringComparison.Ordinal);
        Assert.Single(scene.Post.Mails.Select(m => m.Thread).Distinct());
    }

    [Fact]
    public async Task Address_refused_for_good_is_a_visible_fact_of_the_person()
    {
        await using var scene = await SceneAsync();
        scene.Post.Refuses = "jan@site.example";
        await scene.GiveAsync();
        await scene.DeliverAsync();

        Assert.True((await scene.PersonAsync("p1")).MailBounced);
        Assert.Empty(await scene.Storage.Deliveries.PendingAsync("task/t1", "mail", 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Person_without_address_holds_the_mail_until_one_is_entered()
    {
        await using var scene = await SceneAsync();
        await scene.PersonAsync("p2", "Nobody", null, PersonKind.Contact);
        await scene.TellAsync(new ActorId(ActorKind.Task, "t2"), new CreateTask("x", "Do it", DeliveryScene.Scope, new Assignee("SC", "p2"), OnTaskPage: true));
        await scene.DeliverAsync();
        var waiting = Assert.Single(await scene.Storage.Deliveries.PendingAsync("task/t2", "mail", 10, TestContext.Current.CancellationToken));
        Assert.Contains("no e-mail address", waiting.Error, StringComparison.Ordinal);

        await scene.TellAsync(new ActorId(ActorKind.Person, "p2"), new ChangePerson(Email: DeliveryScene.Ref("p2-email"), AccountHash: DeliveryScene.Hash("p2")), personal: [DeliveryScene.Seal("p2-email", "p2@site.example")]);
        scene.Clock.Advance(Duration.FromHours(2));
        await scene.DeliverAsync();

        Assert.Equal("p2@site.example", scene.Post.Last.To.Address);
    }

    [Fact]
    public async Task Quiet_hours_of_the_recipient_hold_back_what_we_want_from_them()
    {
        await using var scene = await SceneAsync();
        await scene.TellAsync(new ActorId(ActorKind.Organisation, "settings"), new ChangeOrganisation(SenderAddress: "office@example.org", ReplyTo: "answers@example.org", QuietFrom: new LocalTime(18, 0), QuietTo: new LocalTime(7, 0)));
        scene.Clock.AdvanceTo(Instant.FromUtc(2026, 11, 24, 20, 0));
        await scene.GiveAsync();
        await scene.DeliverAsync();
        Assert.Empty(scene.Post.Mails);

        scene.Clock.AdvanceTo(Instant.FromUtc(2026, 11, 25, 6, 1));
        await scene.DeliverAsync();

        Assert.Equal("office@example.org", Assert.Single(scene.Post.Mails).From.Address);
        Assert.Equal("answers@example.org", scene.Post.Last.ReplyTo?.Address);
    }

    [Fact]
    public async Task Packet_brings_several_tasks_with_a_link_each()
    {
        await using var scene = await SceneAsync();
        await scene.GiveAsync("t1");
        await scene.GiveAsync("t2");
        await scene.DeliverAsync();
        var row = new PendingMessage("packet", "process/x", "mail", 1, """{"key":"k","template":"task-packet","to":"person/p1","data":{"tasks":["task/t1","task/t2"]}}""", scene.Now, 0, null);
        Assert.True(await scene.HandleAsync(row));

        Assert.Contains("2 things we need from you", scene.Post.Last.Subject, StringComparison.Ordinal);
        Assert.Equal(2, LinkPattern().Matches(scene.Post.Last.Text).Select(m => m.Value).Distinct().Count());
        Assert.NotNull(JsonNode.Parse(row.Payload));
    }

    private static async Task<DeliveryScene> SceneAsync()
    {
        var scene = new DeliveryScene();
        await scene.FurnishAsync();
        return scene;
    }

    private static TaskLink LinkIn(string text) => TaskLink.TryParse(LinkPattern().Match(text).Groups[1].Value, out var link) ? link : throw new InvalidOperationException("no link in " + text);

    [GeneratedRegex(@"https://startup\.example/t/(\S+)")]
    private static partial Regex LinkPattern();
}
