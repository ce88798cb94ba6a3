using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Mail.Pickup;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Workflows;

/// <summary>A message that cannot be delivered is kept for a person, who sees why and tries it again; what it says stays out of its row.</summary>
public sealed class GivenUpTests
{
    private const string Secret = "Dr. Nowak asked for the second visit";

    [Fact]
    public async Task A_mail_for_a_role_that_nobody_holds_is_given_up_shown_and_sent_when_somebody_is_named()
    {
        var clock = new FakeClock();
        await using var scene = await WorkflowScene.StartAsync(o => o with { Time = clock }, "--Mail:WorkflowRecipients=example.net");
        var seeded = await TwoStudies.SeedAsync(scene.Server);
        var plan = await scene.RunAsync(await scene.PublishAsync(Writing("SUS")), new { study = "alpha" });

        JsonNode? line = null;
        await CallTroubleTests.PassAsync(scene, clock, async () => (line = (await UndeliverableAsync(scene.Admin)).FirstOrDefault()) is not null);

        Assert.Equal(($"workflow/{plan}", "mail", "mail: plan-mail", "alpha"), ((string?)line!["source"], (string?)line["to"], (string?)line["what"], (string?)line["study"]));
        Assert.Contains("Nobody holds the role SUS", (string?)line["error"], StringComparison.Ordinal);
        Assert.Equal(12, (int)line["attempts"]!);
        using var other = await seeded.ProgramAsync("lead", TwoStudies.ScopeOf("beta"));
        Assert.Empty(await UndeliverableAsync(other));

        var address = $"/api/v1/deliveries/{Uri.EscapeDataString((string)line["id"]!)}/retry";
        using var withoutReason = await scene.Admin.PostAsync(address, new { });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, withoutReason.StatusCode);
        using var unknown = await scene.Admin.PostAsync("/api/v1/deliveries/none/retry", new { reason = "x" });
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var again = await scene.Admin.PostAsync(address, new { reason = "Somebody is named now." });
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Empty(await UndeliverableAsync(scene.Admin));
    }

    [Fact]
    public async Task Neither_address_nor_words_of_a_mail_stand_in_its_row_and_yet_it_leaves()
    {
        await using var scene = await WorkflowScene.StartAsync("--Mail:WorkflowRecipients=example.net");
        var plan = await scene.RunAsync(await scene.PublishAsync(Writing("office@example.net", "nobody@example.com")));
        var source = $"workflow/{plan}";

        IReadOnlyList<PendingMessage> rows = [];
        await WorkflowScene.UntilAsync(async () => (rows = await scene.Server.Storage.Deliveries.PendingAsync(source, OutboxTargets.Mail, 10, TestContext.Current.CancellationToken)) is [{ Attempts: > 0 }], "the one that is not allowed waits");

        Assert.DoesNotContain("nobody@example.com", rows[0].Payload, StringComparison.Ordinal);
        Assert.DoesNotContain("Nowak", rows[0].Payload, StringComparison.Ordinal);
        var post = (MemoryTransport)scene.Server.App.Services.GetRequiredService<IMailTransport>();
        Assert.Equal("office@example.net", Assert.Single(post.Mails).To.Address);
        Assert.Contains(Secret, post.Mails[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nowak", (await scene.StepsAsync(plan)).ToJsonString(), StringComparison.Ordinal);
    }

    private static async Task<JsonArray> UndeliverableAsync(Browser browser) => (await browser.GetJsonAsync("/api/v1/deliveries/undeliverable")).AsArray();

    private static JsonObject Writing(params string[] to) => Draw.Definition("writes", Draw.Activity(
        "mail", "Elsa.SendEmail", ("to", Draw.Js($"[{string.Join(',', to.Select(t => $"'{t}'"))}]")), ("subject", Draw.Literal("Visit")), ("body", Draw.Literal(Secret))));
}
