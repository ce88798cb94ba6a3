using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using StartupOrchestrator.Server.Features.Webhooks;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Workflows;

public sealed class WebhookTests
{
    private const string Secret = "a secret of the installation";

    [Fact]
    public async Task Call_signed_startsAPlanOnceAndGetsItsAnswer()
    {
        await using var scene = await StartAsync();
        await PublishEchoAsync(scene);

        using var first = await CallAsync(scene, "/workflows/echo/7?x=1", """{"a":2}""", time: 0);
        using var replay = await CallAsync(scene, "/workflows/echo/7?x=1", """{"a":2}""", time: 0);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal("7 1 2", await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Created, replay.StatusCode);
        Assert.Single((await scene.Admin.GetJsonAsync("/api/v1/plans?type=echo"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("wrong secret here, long enough", 0)]
    [InlineData(Secret, -3600)]
    public async Task Call_notSignedRightly_startsNothing(string secret, int seconds)
    {
        await using var scene = await StartAsync();
        await PublishEchoAsync(scene);

        using var answer = await CallAsync(scene, "/workflows/echo/7", "{}", seconds, secret);
        using var cookie = await scene.Admin.PostAsync("/workflows/echo/7", new { });

        await answer.ProblemAsync(HttpStatusCode.Unauthorized);
        await cookie.ProblemAsync(HttpStatusCode.Unauthorized);
        Assert.Empty((await scene.Admin.GetJsonAsync("/api/v1/plans?type=echo"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Call_toAPlanOnItsWay_goesOnWithThatOneOnly()
    {
        await using var scene = await StartAsync();
        var key = await scene.PublishAsync(Draw.Definition("asks", Draw.Sequence(
            Draw.Activity("wait", "Elsa.HttpEndpoint", ("path", Draw.Js("`answers/${getCorrelationId()}`")), ("supportedMethods", Draw.Js("['POST']"))).Bound("parsedContent", "r"), Draw.Line("l", "getR().yes")), Draw.Variable("r")));
        var (one, other) = (await scene.RunAsync(key, new { correlation = "k1" }), await scene.RunAsync(key, new { correlation = "k2" }));

        using var wrong = await CallAsync(scene, "/workflows/answers/k3", "{}", 0);
        using var right = await CallAsync(scene, "/workflows/answers/k1", """{"yes":"indeed"}""", 0);

        await wrong.ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.Accepted, right.StatusCode);
        Assert.Equal(("finished", "indeed"), (await scene.StatusAsync(one), await scene.LinesAsync(one)));
        Assert.Equal("running", await scene.StatusAsync(other));
    }

    private static Task<WorkflowScene> StartAsync() => WorkflowScene.StartAsync($"--Webhooks:Secret={Secret}");

    private static async Task PublishEchoAsync(WorkflowScene scene)
    {
        await scene.PublishAsync(Draw.Definition("echo", Draw.Flow(
            [
                Draw.Activity("in", "Elsa.HttpEndpoint", ("path", Draw.Literal("echo/{id}")), ("supportedMethods", Draw.Literal("[\"POST\"]", "ICollection<String>"))).Starts().Bound("result", "r"),
                Draw.Activity("out", "Elsa.WriteHttpResponse", ("statusCode", Draw.Literal("201", "Int32")), ("content", Draw.Js("`${getR().route.id} ${getR().query.x} ${getR().body.a}`"))),
            ],
            ("in", "out")), Draw.Variable("r")));
        await WorkflowScene.UntilAsync(async () => (await scene.Server.Storage.Views.FindAsync(new(Domain.Actors.ActorKind.Trigger, "echo"), Runtime.Storage.ViewScope.All, TestContext.Current.CancellationToken)) is not null, "triggers follow");
    }

    private static async Task<HttpResponseMessage> CallAsync(WorkflowScene scene, string path, string body, int time, string secret = Secret)
    {
        using var visitor = scene.Server.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        var timestamp = $"{(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 120 * 120) + time}";
        request.Headers.Add(WebhookOptions.TimestampHeader, timestamp);
        request.Headers.Add(WebhookOptions.SignatureHeader, WebhookOptions.Sign(secret, timestamp, "POST", path, Encoding.UTF8.GetBytes(body)));
        return await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
