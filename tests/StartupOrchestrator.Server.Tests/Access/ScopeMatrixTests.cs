using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Http;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Access;

/// <summary>Asks every endpoint as every role of one study for the records of another: none of it exists.</summary>
public sealed class ScopeMatrixTests
{
    [Fact]
    public async Task EveryEndpoint_asEveryRole_knowsNothingOutOfScope()
    {
        await using var server = await TestServer.StartAsync();
        var seeded = await TwoStudies.SeedAsync(server);
        var leaks = new List<string>();
        var asked = 0;
        foreach (var role in RoleBundle.All)
        {
            using var program = await seeded.ProgramAsync(role.Code, TwoStudies.ScopeOf("alpha"));
            foreach (var (method, path, value) in Requests(server, seeded.Records["beta"]))
            {
                using var answer = await program.SendAsync(new HttpMethod(method), path, method == "GET" ? null : new { }, ("Idempotency-Key", $"k{asked++}"));
                var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                var tells = text.Contains("of beta", StringComparison.Ordinal) || text.Contains("Hospital beta", StringComparison.Ordinal) || text.Contains("CV beta", StringComparison.Ordinal);
                if (tells || (value is not null && answer.IsSuccessStatusCode) || (int)answer.StatusCode >= 500)
                {
                    leaks.Add($"{role.Code}: {method} {path} -> {(int)answer.StatusCode} {(tells ? "tells of it" : "")}");
                }
            }
        }

        Assert.Empty(leaks);
        Assert.True(asked > 500, $"only {asked} requests were made");
    }

    /// <summary>Red when a grant's scope is not compared with the place: then what is allowed in one study is allowed wherever one may read.</summary>
    [Fact]
    public async Task Right_heldInOneStudy_doesNotCountInAnotherThatMayOnlyBeRead()
    {
        await using var server = await TestServer.StartAsync();
        var seeded = await TwoStudies.SeedAsync(server);
        using var program = await seeded.ProgramAsync("lead", TwoStudies.ScopeOf("alpha"), "both");
        await server.TellAsync(new ActorId(ActorKind.Person, "both"), new Domain.People.GrantRole("inspector", TwoStudies.ScopeOf("beta")));
        var wrong = new List<string>();
        foreach (var policy in CommandPolicy.All.Where(p => seeded.Records["beta"].ContainsKey(p.Kind) && !p.Creates))
        {
            using var answer = await program.PostAsync($"/api/v1/{Words.Path(policy.Kind)}/{seeded.Records["beta"][policy.Kind].Key}/commands", new { type = policy.Contract });
            if ((int)answer.StatusCode != 403)
            {
                wrong.Add($"{policy.Contract}: {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task EveryCommand_asEveryRole_isRefusedOutOfScope()
    {
        await using var server = await TestServer.StartAsync();
        var seeded = await TwoStudies.SeedAsync(server);
        var wrong = new List<string>();
        foreach (var role in RoleBundle.All)
        {
            using var program = await seeded.ProgramAsync(role.Code, TwoStudies.ScopeOf("alpha"));
            foreach (var policy in CommandPolicy.All.Where(p => seeded.Records["beta"].ContainsKey(p.Kind) && !p.Creates))
            {
                var target = seeded.Records["beta"][policy.Kind];
                using var answer = await program.PostAsync($"/api/v1/{Words.Path(policy.Kind)}/{target.Key}/commands", new { type = policy.Contract });
                if ((int)answer.StatusCode != 404)
                {
                    wrong.Add($"{role.Code} {policy.Contract}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task EveryCommand_inScopeWithoutItsRight_isForbidden()
    {
        await using var server = await TestServer.StartAsync();
        var seeded = await TwoStudies.SeedAsync(server);
        var wrong = new List<string>();
        foreach (var role in RoleBundle.All)
        {
            using var program = await seeded.ProgramAsync(role.Code, TwoStudies.ScopeOf("alpha"));
            foreach (var policy in CommandPolicy.All.Where(p => seeded.Records["alpha"].ContainsKey(p.Kind) && !p.Creates && !role.Rights.Contains(p.Right)))
            {
                var target = seeded.Records["alpha"][policy.Kind];
                using var answer = await program.PostAsync($"/api/v1/{Words.Path(policy.Kind)}/{target.Key}/commands", new { type = policy.Contract, reason = "x" });
                if ((int)answer.StatusCode != 403)
                {
                    wrong.Add($"{role.Code} {policy.Contract}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Creation_namingAPlaceOutOfScope_isNotFound()
    {
        await using var server = await TestServer.StartAsync();
        var seeded = await TwoStudies.SeedAsync(server);
        using var lead = await seeded.ProgramAsync("lead", TwoStudies.ScopeOf("alpha"));

        using var foreign = await lead.PostAsync("/api/v1/documents", new { command = "document.expect", type = "x", title = "t", scope = new { site = "beta.pl-01" } });
        using var mixed = await lead.PostAsync("/api/v1/documents", new JsonObject
        {
            ["command"] = "document.expect", ["type"] = "x", ["title"] = "t", ["scope"] = new JsonObject { ["sponsor"] = "sponsor-alpha", ["study"] = "alpha", ["country"] = "PL", ["site"] = "beta.pl-01" },
        });

        Assert.False(foreign.IsSuccessStatusCode);
        Assert.False(mixed.IsSuccessStatusCode);
    }

    private static IEnumerable<(string Method, string Path, string? Value)> Requests(TestServer server, Dictionary<ActorKind, ActorId> foreign)
    {
        foreach (var endpoint in Routes.Of(server).Where(e => e.RoutePattern.RawText!.Contains("/api/v1/", StringComparison.Ordinal) && !e.RoutePattern.RawText.EndsWith("/events", StringComparison.Ordinal)))
        {
            foreach (var method in Routes.MethodsOf(endpoint).Where(m => m != "HEAD"))
            {
                var raw = endpoint.RoutePattern.RawText!;
                if (endpoint.RoutePattern.Parameters.Count == 0)
                {
                    if (method == "GET")
                    {
                        yield return (method, raw + "?study=beta&q=beta&search=beta&limit=50", null);
                    }

                    continue;
                }

                var kinds = foreign.Where(f => raw.Contains($"/{Words.Path(f.Key)}/", StringComparison.Ordinal)).ToList();
                foreach (var (_, id) in kinds)
                {
                    yield return (method, Routes.AddressOf(endpoint, id.Key), id.Key);
                }
            }
        }
    }
}
