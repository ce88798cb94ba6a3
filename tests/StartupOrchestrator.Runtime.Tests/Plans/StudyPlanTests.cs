using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Runtime.Tests.Plans;

public sealed class StudyPlanTests
{
    [Fact]
    public async Task One_site_in_one_country_runs_to_activation()
    {
        await using var study = await StudyFixture.StartAsync(new ScriptedWorld(), 1, null, (Packs.Brazil, 1));
        await study.RunAsync();
        Assert.Empty(study.Driver.Refusals);
        Assert.Empty(await study.BlockedAsync());
        Assert.Equal(SiteStatus.Active, (await study.SiteAsync("abc.001")).Status);
        Assert.Equal(CountryStatus.Active, await study.CountryAsync("BR"));
        Assert.Equal("finished", (await study.PlanAsync())!.Status);
    }
}
