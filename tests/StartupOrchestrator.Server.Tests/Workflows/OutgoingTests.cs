using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using StartupOrchestrator.Server.Outgoing;

namespace StartupOrchestrator.Server.Tests.Workflows;

public sealed class OutgoingTests
{
    [Fact]
    public async Task Call_toAnAllowedHost_bringsItsAnswerToThePlan()
    {
        await using var peer = await PeerAsync();
        var port = new Uri(peer.Urls.First()).Port;
        await using var scene = await WorkflowScene.StartAsync($"--Outgoing:AllowedPrivateHosts=127.0.0.1:{port}");

        var plan = await scene.RunAsync(await scene.PublishAsync(Asking($"http://127.0.0.1:{port}/hello")));

        await WorkflowScene.UntilAsync(async () => await scene.StatusAsync(plan) != "running", "the answer comes");
        Assert.Equal("200 POST for true", await scene.LinesAsync(plan));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/", "may not call 127.0.0.1")]
    [InlineData("http://localhost:1/", "private network")]
    [InlineData("http://user:secret@example.org/", "no address that can be called")]
    [InlineData("file:///etc/passwd", "no address that can be called")]
    public async Task Call_toAnAddressThatIsNotAllowed_isABlockedStepWithTheReason(string url, string reason)
    {
        await using var scene = await WorkflowScene.StartAsync("--Outgoing:AllowedHosts=localhost,example.org");

        var plan = await scene.RunAsync(await scene.PublishAsync(Asking(url)));

        await WorkflowScene.UntilAsync(async () => await scene.StatusAsync(plan) == "blocked", "the step is blocked");
        Assert.Contains(reason, (string)(await scene.PlanAsync(plan))["details"]!["blocked"]![0]!["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.31.0.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:192.168.1.1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("64:ff9b::a00:1", true)]
    [InlineData("8.8.8.8", false)]
    [InlineData("2606:4700::1111", false)]
    public void Network_isPrivateOrNot(string address, bool isPrivate) => Assert.Equal(isPrivate, PrivateNetworks.Contains(IPAddress.Parse(address)));

    private static JsonObject Asking(string url) => Draw.Definition("asks", Draw.Sequence(
        Draw.Activity("call", "Elsa.FlowSendHttpRequest", ("url", Draw.Literal(url)), ("method", Draw.Literal("POST")), ("content", Draw.Js("({a: 1})")), ("expectedStatusCodes", Draw.Js("[200]")))
            .Bound("parsedContent", "r").Bound("statusCode", "s"),
        Draw.Line("l", "`${getS()} ${getR().method} for ${getR().key}`")), Draw.Variable("r"), Draw.Variable("s"));

    private static async Task<WebApplication> PeerAsync()
    {
        var peer = WebApplication.CreateSlimBuilder().Build();
        peer.Urls.Add("http://127.0.0.1:0");
        peer.MapPost("/hello", (HttpContext http) => new { method = http.Request.Method, key = http.Request.Headers.ContainsKey("Idempotency-Key") });
        await peer.StartAsync(TestContext.Current.CancellationToken);
        return peer;
    }
}
