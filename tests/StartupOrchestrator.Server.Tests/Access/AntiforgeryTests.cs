using System.Net;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Access;

public sealed class AntiforgeryTests
{
    [Fact]
    public async Task UnsafeRequest_withoutTheHeader_isRefusedEverywhere()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.AdminAsync();
        var let = new List<string>();

        foreach (var endpoint in Routes.Of(server).Where(e => Routes.AddressOf(e).StartsWith("/api/", StringComparison.Ordinal)))
        {
            foreach (var method in Routes.MethodsOf(endpoint).Where(m => m is "POST" or "PUT" or "PATCH" or "DELETE"))
            {
                using var answer = await admin.SendAsync(new HttpMethod(method), Routes.AddressOf(endpoint), new { }, ("X-Antiforgery", "wrong"));
                if (answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.TooManyRequests))
                {
                    let.Add($"{method} {endpoint.RoutePattern.RawText}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(let);
    }

    [Fact]
    public async Task UnsafeRequest_withAnotherSessionsToken_isRefused()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.AdminAsync();
        using var other = server.Visitor();

        using var answer = await admin.PostAsync("/api/v1/documents", new { type = "document.expect" }, ("X-Antiforgery", await other.AntiforgeryAsync()));

        Assert.Equal("urn:startup-orchestrator:antiforgery", (await answer.ProblemAsync(HttpStatusCode.BadRequest))["type"]!.GetValue<string>());
    }
}
