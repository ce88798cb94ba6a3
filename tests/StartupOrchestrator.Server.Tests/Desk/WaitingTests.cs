using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Contracts;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Desk;

public sealed class WaitingTests
{
    private static readonly Instant Evening = Instant.FromUtc(2026, 11, 24, 20, 0);

    [Fact]
    public async Task WaitThatBeganTomorrowByUtc_hasWaitedForNoDay()
    {
        // 20:00 UTC on the 24th is the morning of the 25th in Sydney.
        await using var server = await TestServer.StartAsync(o => o with { Time = FakeClock.At(Evening) });
        await TwoStudies.SeedAsync(server);
        await server.TellAsync(new ActorId(ActorKind.Site, "alpha.au-01"), new IdentifySite("sponsor-alpha", "alpha", "AU", "AU-01", "Harbour Clinic", "Sydney", "Australia/Sydney"));
        using var admin = await server.AdminAsync();

        var site = (await admin.GetJsonAsync("/api/v1/sites?study=alpha&country=AU"))["items"]![0]!;
        Assert.Equal("2026-11-25", site["waitingSince"]!.GetValue<string>());
        Assert.Equal(0, site["waitingBusinessDays"]!.GetValue<int>());
    }

    [Fact]
    public async Task Bottlenecks_putTheSameStepTogether_andCountBusinessDays()
    {
        await using var server = await TestServer.StartAsync(o => o with { Time = FakeClock.At(Evening) });
        await TwoStudies.SeedAsync(server);
        var site = new Scope("sponsor-alpha", "alpha", "PL", "alpha.pl-01");
        await server.TellAsync(new ActorId(ActorKind.Task, "late"), new CreateTask("return-cv", "Return the CV alpha", site, new Assignee("SUS"), Due: new LocalDate(2026, 11, 20)));
        using var admin = await server.AdminAsync();

        var answer = await admin.GetJsonAsync("/api/v1/studies/alpha/bottlenecks");
        var first = answer["items"]![0]!;
        Assert.Equal("tasks.return-cv.us", first["key"]!.GetValue<string>());
        Assert.Equal(2, first["items"]!.AsArray().Count);
        Assert.Equal(2, first["daysLost"]!.GetValue<int>());
        Assert.Equal(1, first["sites"]!.GetValue<int>());
        Assert.DoesNotContain("beta", answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContractsBall_tellsBusinessDaysOfEachStretch()
    {
        var clock = FakeClock.At(Evening);
        await using var server = await TestServer.StartAsync(o => o with { Time = clock });
        await TwoStudies.SeedAsync(server);
        var contract = new ActorId(ActorKind.Contract, "con-alpha");
        await server.TellAsync(contract, new SendDraft(TrackChoice.Both, On: new LocalDate(2026, 11, 2)));
        await server.TellAsync(contract, new ReceiveSiteComments(Track.Contract, On: new LocalDate(2026, 11, 10)));
        using var admin = await server.AdminAsync();

        var ball = (await admin.GetJsonAsync("/api/v1/contracts/con-alpha"))["record"]!["details"]!["text.ball"]!.AsArray();
        // Poland: 11 November is a holiday.
        Assert.Equal([("site", 6), ("us", 9)], ball.Select(b => (b!["side"]!.GetValue<string>(), b["businessDays"]!.GetValue<int>())));
    }
}
