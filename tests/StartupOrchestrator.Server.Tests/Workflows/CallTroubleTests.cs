using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Workflows;

/// <summary>Calls of workflows to a system that breaks off, is slow, or is there again at the third try.</summary>
public sealed class CallTroubleTests
{
    [Fact]
    public async Task A_call_that_is_broken_off_is_tried_again_after_a_while_under_the_same_key_until_it_is_answered()
    {
        var keys = new ConcurrentQueue<string>();
        await using var peer = await PeerAsync(http =>
        {
            keys.Enqueue(http.Request.Headers["Idempotency-Key"].ToString());
            if (keys.Count < 3)
            {
                http.Abort();
            }

            return Task.CompletedTask;
        });
        var (scene, clock) = await SceneAsync(peer, attempts: 5);
        await using var open = scene;

        var plan = await scene.RunAsync(await scene.PublishAsync(Calling(peer)));
        await PassAsync(scene, clock, () => Task.FromResult(keys.Count >= 3));

        await WorkflowScene.UntilAsync(async () => await scene.StatusAsync(plan) == "finished", "the answer comes");
        Assert.Equal("Done", await scene.LinesAsync(plan));
        Assert.Equal(3, keys.Count);
        Assert.NotEqual("", Assert.Single(keys.Distinct()));
    }

    [Fact]
    public async Task A_call_that_never_succeeds_tells_the_workflow_after_the_last_try()
    {
        var tries = 0;
        await using var peer = await PeerAsync(http =>
        {
            Interlocked.Increment(ref tries);
            http.Abort();
            return Task.CompletedTask;
        });
        var (scene, clock) = await SceneAsync(peer, attempts: 2);
        await using var open = scene;

        var plan = await scene.RunAsync(await scene.PublishAsync(Calling(peer)));
        await PassAsync(scene, clock, async () => await scene.StatusAsync(plan) == "finished");

        Assert.Equal((2, "Failed to connect"), (tries, await scene.LinesAsync(plan)));
    }

    [Fact]
    public async Task A_system_that_does_not_answer_in_time_is_a_timeout()
    {
        await using var peer = await PeerAsync(http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        var (scene, _) = await SceneAsync(peer, attempts: 1);
        await using var open = scene;

        var plan = await scene.RunAsync(await scene.PublishAsync(Calling(peer)));
        await WorkflowScene.UntilAsync(async () => await scene.StatusAsync(plan) == "finished", "the call is given up");

        Assert.Equal("Timeout", await scene.LinesAsync(plan));
    }

    /// <summary>Lets time pass until something holds; each look delivers what has become due.</summary>
    internal static async Task PassAsync(WorkflowScene scene, FakeClock clock, Func<Task<bool>> holds)
    {
        var sweeps = scene.Server.App.Services.GetRequiredService<StartupRuntime>().Sweeps;
        await WorkflowScene.UntilAsync(
            async () =>
            {
                if (await holds())
                {
                    return true;
                }

                clock.Advance(TimeSpan.FromMinutes(6));
                await sweeps.MessagesAsync(TestContext.Current.CancellationToken);
                return false;
            },
            "enough time has passed");
    }

    private static async Task<(WorkflowScene Scene, FakeClock Clock)> SceneAsync(WebApplication peer, int attempts)
    {
        var clock = new FakeClock();
        var scene = await WorkflowScene.StartAsync(
            o => o with { Time = clock }, $"--Outgoing:AllowedPrivateHosts=127.0.0.1:{new Uri(peer.Urls.First()).Port}", $"--Outgoing:Attempts={attempts}", "--Outgoing:TimeoutSeconds=1");
        return (scene, clock);
    }

    private static JsonObject Calling(WebApplication peer)
    {
        string[] outcomes = ["Done", "Failed to connect", "Timeout"];
        var call = Draw.Activity("call", "Elsa.FlowSendHttpRequest", ("url", Draw.Literal($"http://127.0.0.1:{new Uri(peer.Urls.First()).Port}/")), ("expectedStatusCodes", Draw.Js("[200]")));
        return Draw.Definition("calls", Draw.Flow([call, .. outcomes.Select((o, i) => Draw.Line($"l{i}", $"'{o}'"))], [.. outcomes.Select((o, i) => ($"call:{o}", $"l{i}"))]));
    }

    private static async Task<WebApplication> PeerAsync(Func<HttpContext, Task> answer)
    {
        var peer = WebApplication.CreateSlimBuilder().Build();
        peer.Urls.Add("http://127.0.0.1:0");
        peer.MapGet("/", async http => await answer(http));
        await peer.StartAsync(TestContext.Current.CancellationToken);
        return peer;
    }
}
