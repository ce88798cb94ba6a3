using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Mail.Pickup;
using StartupOrchestrator.Correspondence.Templates;

namespace StartupOrchestrator.Server.Tests.Workflows;

public sealed class MailTests
{
    [Fact]
    public async Task Mail_toAnAllowedAddress_leavesInTheProductsForm()
    {
        await using var scene = await WorkflowScene.StartAsync("--Mail:WorkflowRecipients=example.net");

        var plan = await scene.RunAsync(await scene.PublishAsync(Writing("office@example.net", "<p>Two sites</p><p>are <b>active</b></p>")));

        var post = (MemoryTransport)scene.Server.App.Services.GetRequiredService<IMailTransport>();
        await WorkflowScene.UntilAsync(() => Task.FromResult(post.Mails.Count == 1), "the mail leaves");
        await WorkflowScene.UntilAsync(async () => await scene.StatusAsync(plan) == "finished", "the plan hears of it");
        Assert.Equal(("office@example.net", "Weekly report"), (post.Mails[0].To.Address, post.Mails[0].Subject));
        Assert.Contains("are active", post.Mails[0].Text, StringComparison.Ordinal);
        Assert.Equal("sent", await scene.LinesAsync(plan));
    }

    [Fact]
    public async Task Mail_toAnAddressThatIsNotAllowed_goesTheWayOfItsError()
    {
        await using var scene = await WorkflowScene.StartAsync();

        var plan = await scene.RunAsync(await scene.PublishAsync(Writing("somebody@example.com", "Hello")));

        await WorkflowScene.UntilAsync(async () => await scene.StatusAsync(plan) == "finished", "the plan hears of it");
        Assert.Equal("not sent,sent", await scene.LinesAsync(plan));
        Assert.DoesNotContain((await scene.StepsAsync(plan)).ToJsonString(), "somebody@example.com", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain < text", "plain < text")]
    [InlineData("<style>p{}</style><p>a<br>b</p><ul><li>c &amp; d</li></ul>", "a\nb\n\nc & d")]
    [InlineData("<p>a</p><script>alert(1)</script>", "a")]
    public void Html_isReadAsText(string html, string text) => Assert.Equal(text, PlainText.Of(html));

    private static JsonObject Writing(string to, string body)
    {
        var mail = Draw.Activity("mail", "Elsa.SendEmail", ("to", Draw.Js($"['{to}']")), ("subject", Draw.Literal("Weekly report")), ("body", Draw.Literal(body)), ("error", Draw.Line("e", "'not sent'")));
        return Draw.Definition("writes", Draw.Sequence(mail, Draw.Line("l", "'sent'")));
    }
}
