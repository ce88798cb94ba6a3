using System.Net;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Server.Features.Rehearsals.Demo;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Accounts;

public sealed class SetUpTests
{
    [Fact]
    public async Task SetUp_firstTime_makesAnAdministratorAndSignsIn()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = server.Visitor();
        Assert.True((await browser.GetJsonAsync("/api/v1/session"))["instance"]!["setUpNeeded"]!.GetValue<bool>());

        using var answer = await browser.PostAsync("/api/v1/set-up", new { name = "Ada Admin", email = "ada@example.org", password = "correct horse battery" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var session = await browser.GetJsonAsync("/api/v1/session");
        Assert.True(session["signedIn"]!.GetValue<bool>());
        Assert.Equal("Ada Admin", session["person"]!["name"]!.GetValue<string>());
        Assert.Contains("manage-people", session["person"]!["rights"]!.AsArray().Select(r => r!.GetValue<string>()));
        Assert.False(session["instance"]!["setUpNeeded"]!.GetValue<bool>());
    }

    [Fact]
    public async Task SetUp_ofADemo_takesOverTheSpecialistsRole()
    {
        await using var server = await TestServer.StartAsync(o => o with { Demo = true });
        var study = new ActorId(ActorKind.Study, DemoStudy.Key);
        await server.TellAsync(study, new RegisterStudy("A demo", "DEMO-301", "example", "Example"));

        using var admin = await server.AdminAsync();

        Assert.Equal("first-administrator", (await admin.GetJsonAsync($"/api/v1/studies/{DemoStudy.Key}"))["details"]!["team.SUS"]!.GetValue<string>());
    }

    [Fact]
    public async Task SetUp_secondTime_isRefused()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.AdminAsync();
        using var other = server.Visitor();

        using var answer = await other.PostAsync("/api/v1/set-up", new { name = "Eve", email = "eve@example.org", password = "correct horse battery" });

        Assert.Equal("set-up.done", (await answer.ProblemAsync(HttpStatusCode.Conflict))["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task SetUp_forwardedByAProxy_isRefused()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = server.Visitor();

        using var answer = await browser.PostAsync("/api/v1/set-up", new { name = "Eve", email = "eve@example.org", password = "correct horse battery" }, ("X-Forwarded-For", "203.0.113.7"));

        Assert.Equal("set-up.not-local", (await answer.ProblemAsync(HttpStatusCode.Forbidden))["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("short", "ada@example.org", "password")]
    [InlineData("aaaaaaaaaaaaaaaa", "ada@example.org", "password")]
    [InlineData("correct horse battery", "not an address", "email")]
    public async Task SetUp_withABadValue_namesTheField(string password, string email, string field)
    {
        await using var server = await TestServer.StartAsync();
        using var browser = server.Visitor();

        using var answer = await browser.PostAsync("/api/v1/set-up", new { name = "Ada", email, password });

        Assert.Equal(field, (await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity))["field"]!.GetValue<string>());
    }
}
