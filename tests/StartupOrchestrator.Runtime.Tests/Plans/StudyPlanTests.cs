using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Workflows.Simulation.World;

namespace StartupOrchestrator.Runtime.Tests.Plans;

public sealed class StudyPlanTests
{
    [Fact]
    public async Task One_site_in_one_country_runs_to_activation()
    {
        await using var study = await StudyFixture.StartAsync(new ScriptedWorld(), 1, null, (Packs.Brazil, 1));
        await study.RunAsync();
        await SoundAsync(study);
        Assert.Equal(SiteStatus.Active, (await study.SiteAsync("abc.001")).Status);
        Assert.Equal(CountryStatus.Active, await study.CountryAsync("BR"));
    }

    [Fact]
    public async Task Ip_release_of_a_site_hangs_on_tasks_of_its_site_country_and_study()
    {
        await using var study = await StudyFixture.StartAsync(new ScriptedWorld(), 1, null, (Packs.Australia, 1));
        await study.RunAsync();

        var needed = (await study.SiteAsync("abc.001")).Register.Where(r => r.Child.Kind == ActorKind.Task && r.RequiredFor.Contains(Gate.IpRelease)).Select(r => r.Role);

        Assert.Superset(new HashSet<string> { "public-registration", "debarment-repeat", "governance" }, needed.ToHashSet());
    }

    [Fact]
    public async Task Three_countries_with_four_sites_each_run_to_their_end()
    {
        await using var study = await StudyFixture.StartAsync(new ScriptedWorld(), 2, null, (Packs.Poland, 4), (Packs.Brazil, 4), (Packs.Australia, 4));
        await study.RunAsync();
        await SoundAsync(study);
        for (var i = 1; i <= 12; i++)
        {
            Assert.Equal(SiteStatus.Active, (await study.SiteAsync($"abc.{i:000}")).Status);
        }
    }

    [Fact]
    public async Task Milestones_of_an_active_site_come_in_the_order_of_the_process()
    {
        await using var study = await StudyFixture.StartAsync(new ScriptedWorld(), 3, null, (Packs.Poland, 1), (Packs.Brazil, 1));
        await study.RunAsync();
        foreach (var key in (string[])["abc.001", "abc.002"])
        {
            var dates = (await study.SiteAsync(key)).Milestones;
            Assert.All((string[])["SI-010", "SI-020", "SI-030", "SI-040", "SI-050", "SI-070", "SI-080", "SI-090", "SI-110", "SI-120", "SI-160", "SI-220", "SI-230", "SI-240", "SI-250", "SI-270"], code => Assert.True(dates[code].Actual is not null, $"{key} {code}"));
            string[] order = ["SI-010", "SI-020", "SI-030", "SI-040", "SI-050", "SI-070", "SI-080", "SI-090", "SI-120", "SI-160", "SI-250", "SI-270"];
            Assert.Equal(order.Order(Comparer<string>.Create((a, b) => dates[a].Actual!.Value.CompareTo(dates[b].Actual!.Value))), order);
            Assert.All((string[])["SI-110", "SI-160"], before => Assert.True(dates[before].Actual <= dates["SI-250"].Actual, before));
            Assert.All((string[])["SI-220", "SI-230", "SI-240", "SI-250"], before => Assert.True(dates[before].Actual <= dates["SI-270"].Actual, before));
            Assert.True(dates["SI-160"].Actual <= dates["SI-220"].Actual);
        }
    }

    [Theory]
    [InlineData(11UL)]
    [InlineData(12UL)]
    public async Task Study_in_the_usual_world_ends_with_every_site_active_or_left_with_a_reason(ulong seed)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        await using var study = await StudyFixture.StartAsync(new UsualWorld(), seed, null, (Packs.Poland, 2), (Packs.Brazil, 2), (Packs.Australia, 2));
        await study.RunAsync();
        await SoundAsync(study);
    }

    [Fact]
    public async Task Same_seed_brings_the_same_dates()
    {
        async Task<string> RunAsync()
        {
            await using var study = await StudyFixture.StartAsync(new UsualWorld(), 21, null, (Packs.Brazil, 2));
            await study.RunAsync();
            return string.Join(" ", (await study.RowsAsync(ActorKind.Site)).Select(r => $"{r.Id.Key} {r.Row.Status} {r.Row.Doc["SI-270.actual"]} {r.Row.Doc["SI-160.actual"]}"));
        }

        Assert.Equal(await RunAsync(), await RunAsync());
    }

    /// <summary>The study is over, nobody was refused anything, nothing is blocked or left open, every site has an end.</summary>
    internal static async Task SoundAsync(StudyFixture study)
    {
        Assert.Empty(study.Driver.Refusals);
        Assert.Empty(await study.BlockedAsync());
        Assert.Equal("", string.Join("\n", (await study.Storage.Deliveries.UndeliverableAsync(10, CancellationToken.None)).Select(m => $"{m.Source} {m.Target} {m.Error} {m.Payload}")));
        Assert.Empty((await study.RowsAsync(ActorKind.Workflow)).Where(r => r.Row.Status is not ("finished" or "cancelled")).Select(r => $"{r.Row.Code} {r.Row.Site} {r.Row.Country} {r.Row.Status}: {r.Row.Doc["steps"]}"));
        Assert.Empty((await study.RowsAsync(ActorKind.Task)).Where(r => r.Row.Status is not ("done" or "cancelled" or "skipped")).Select(r => $"{r.Row.Code} {r.Row.Site} {r.Row.Status}"));
        Assert.Equal("finished", (await study.PlanAsync())!.Status);
        foreach (var row in await study.RowsAsync(ActorKind.Site))
        {
            var reason = (await study.SiteAsync(row.Id.Key)).ReasonCode;
            Assert.True(row.Row.Status == "active" || (row.Row.Status is "dropped" or "declined" or "not-selected" && reason is not null), $"{row.Id} {row.Row.Status} {reason}");
        }
    }
}
