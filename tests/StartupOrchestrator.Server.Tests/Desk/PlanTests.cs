using System.Net;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Desk;

public sealed class PlanTests
{
    [Fact]
    public async Task ProposedDates_giveForecastSlipAndCurve_andAreNotProposedTwice()
    {
        await using var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();

        Assert.Equal(1, (await Sent(admin, "/api/v1/studies/alpha/plan-dates", new { }))["planned"]!.GetValue<int>());
        Assert.Equal(0, (await Sent(admin, "/api/v1/studies/alpha/plan-dates", new { }))["planned"]!.GetValue<int>());

        var site = (await admin.GetJsonAsync("/api/v1/sites?study=alpha"))["items"]![0]!;
        Assert.Equal(site["planned"]!.GetValue<string>(), site["forecast"]!.GetValue<string>());
        Assert.Equal(site["planned"]!.GetValue<string>(), site["baseline"]!.GetValue<string>());
        Assert.Equal(0, site["slipBusinessDays"]!.GetValue<int>());
        Assert.Equal(5, site["phases"]!.AsArray().Count);
        Assert.Equal(1, (await admin.GetJsonAsync("/api/v1/studies/alpha/curve")).AsArray()[^1]!["forecast"]!.GetValue<int>());
    }

    [Fact]
    public async Task Preview_saysWhatMoves_changesNothing_andItsDatesCanBeApplied()
    {
        await using var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();
        await Sent(admin, "/api/v1/studies/alpha/plan-dates", new { });

        var preview = await Sent(admin, "/api/v1/studies/alpha/plan-preview", new { sites = new[] { "alpha.pl-01", "beta.pl-01" }, milestone = "SI-220", byBusinessDays = 30 });
        Assert.Equal(1, preview["movedSites"]!.GetValue<int>());
        Assert.Equal(1, preview["laterSteps"]!.GetValue<int>());
        var moved = preview["sites"]![0]!;
        Assert.Equal(moved["slipFrom"]!.GetValue<int>(), moved["slipTo"]!.GetValue<int>());
        Assert.NotEqual(moved["forecastFrom"]!.GetValue<string>(), moved["forecastTo"]!.GetValue<string>());
        var version = (await admin.GetJsonAsync("/api/v1/sites/alpha.pl-01"))["site"]!["version"]!.GetValue<long>();
        Assert.Equal(moved["version"]!.GetValue<long>(), version);

        var dates = new JsonObject(moved["moves"]!.AsArray().Select(m => KeyValuePair.Create(m!["code"]!.GetValue<string>(), (JsonNode?)m["to"]!.GetValue<string>())));
        using var stale = await admin.PostAsync("/api/v1/sites/alpha.pl-01/commands", new { type = "site.plan-dates", dates, reason = "The CRA is free then" }, ("If-Match", $"\"{version - 1}\""));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        using var applied = await admin.PostAsync("/api/v1/sites/alpha.pl-01/commands", new { type = "site.plan-dates", dates, reason = "The CRA is free then" }, ("If-Match", $"\"{version}\""));
        Assert.Equal(HttpStatusCode.OK, applied.StatusCode);
        var act = (await admin.GetJsonAsync("/api/v1/sites/alpha.pl-01/history"))["items"]![0]!;
        Assert.Equal(2, act["changes"]!.AsArray().Count(c => c!["field"]!.GetValue<string>().EndsWith(".plan", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Why_addsUp_andIsNotThereOutsideTheScope()
    {
        await using var server = await TestServer.StartAsync();
        var seeded = await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();
        await Sent(admin, "/api/v1/studies/alpha/plan-dates", new { });
        var why = await admin.GetJsonAsync("/api/v1/sites/alpha.pl-01/why/SI-270");
        Assert.Equal(why["slipBusinessDays"]!.GetValue<int>(), why["causes"]!.AsArray().Sum(c => c!["addedDays"]!.GetValue<int>()));

        using var lead = await seeded.ProgramAsync("lead", TwoStudies.ScopeOf("beta"));
        foreach (var path in new[] { "/api/v1/sites/alpha.pl-01/why/SI-270", "/api/v1/sites/alpha.pl-01/waiting", "/api/v1/studies/alpha/timeline", "/api/v1/studies/alpha/bottlenecks" })
        {
            using var hidden = await lead.Http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        }

        using var preview = await lead.PostAsync("/api/v1/studies/alpha/plan-preview", new { sites = new[] { "alpha.pl-01" }, milestone = "SI-220", byBusinessDays = 3 });
        Assert.Equal(HttpStatusCode.NotFound, preview.StatusCode);
        using var reader = await seeded.ProgramAsync("specialist", TwoStudies.ScopeOf("alpha"));
        using var forbidden = await reader.PostAsync("/api/v1/studies/alpha/plan-dates", new { });
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Fact]
    public async Task AddressOfASite_withDotsInItsKey_opensTheApp()
    {
        await using var server = await TestServer.StartAsync();
        using var visitor = server.Visitor();
        using var page = await visitor.Http.GetAsync("/studies/alpha/sites/alpha.pl-01", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        using var asset = await visitor.Http.GetAsync("/assets/none.js", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, asset.StatusCode);
    }

    private static async Task<JsonNode> Sent(Browser browser, string path, object body)
    {
        using var answer = await browser.PostAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        return await answer.JsonAsync();
    }
}
