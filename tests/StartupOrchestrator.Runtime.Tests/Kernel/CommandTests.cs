using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Runtime.Tests.Kernel;

public sealed class CommandTests
{
    [Fact]
    public async Task Command_repeated_gives_the_same_answer_and_takes_effect_once()
    {
        await using var fixture = new RuntimeFixture();
        var first = Assert.IsType<CommandResult.Done>(await fixture.SendAsync(Probe("a"), new Add(5), "id"));
        await fixture.SendAsync(Probe("a"), new Add(1));
        var again = Assert.IsType<CommandResult.Done>(await fixture.SendAsync(Probe("a"), new Add(5), "id"));
        Assert.True(again.Repeated);
        Assert.Equal((first.Version, "5"), (again.Version, again.Answer!.ToString()));
        Assert.Equal(6, (await fixture.StateAsync(Probe("a"))).Total);
    }

    [Fact]
    public async Task Command_repeated_after_it_became_impossible_still_gives_the_first_answer()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("a"), new Add(5));
        await fixture.SendAsync(Probe("a"), new Add(-4), "id");
        Assert.True(Assert.IsType<CommandResult.Done>(await fixture.SendAsync(Probe("a"), new Add(-4), "id")).Repeated);
    }

    [Fact]
    public async Task Command_id_with_another_body_is_refused()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("a"), new Add(5), "id");
        var refused = Assert.IsType<CommandResult.Refused>(await fixture.SendAsync(Probe("a"), new Add(6), "id"));
        Assert.Equal(RefusalKind.CommandIdReused, refused.Refusal.Kind);
    }

    [Fact]
    public async Task Refusal_is_not_remembered()
    {
        await using var fixture = new RuntimeFixture();
        Assert.IsType<CommandResult.Refused>(await fixture.SendAsync(Probe("a"), new Add(-1), "id"));
        await fixture.SendAsync(Probe("a"), new Add(5));
        Assert.False(Assert.IsType<CommandResult.Done>(await fixture.SendAsync(Probe("a"), new Add(-1), "id")).Repeated);
    }

    [Fact]
    public async Task Expected_version_that_is_over_is_refused_as_changed()
    {
        await using var fixture = new RuntimeFixture();
        var seen = await fixture.SendAsync(Probe("a"), new Add(5));
        await fixture.SendAsync(Probe("a"), new Add(5));
        var refused = Assert.IsType<CommandResult.Refused>(await fixture.SendAsync(Probe("a"), new Add(1), expected: seen.Version));
        Assert.Equal(RefusalKind.Changed, refused.Refusal.Kind);
    }

    [Fact]
    public async Task Expected_version_survives_that_somebody_began_to_wait_for_a_fact()
    {
        await using var fixture = new RuntimeFixture();
        var seen = await fixture.SendAsync(Probe("a"), new Add(5));
        await fixture.SendAsync(Probe("w"), new Follow(Probe("a"), "total:10", "t"));
        await fixture.Driver.DeliverDueAsync(TestContext.Current.CancellationToken);
        Assert.IsType<CommandResult.Done>(await fixture.SendAsync(Probe("a"), new Add(1), expected: seen.Version));
    }

    [Fact]
    public async Task Name_held_by_another_actor_is_refused_until_it_is_given_up()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("a"), new Claim("account:x"));
        var refused = Assert.IsType<CommandResult.Refused>(await fixture.SendAsync(Probe("b"), new Claim("account:x")));
        Assert.Equal(RefusalKind.NotUnique, refused.Refusal.Kind);
        await fixture.SendAsync(Probe("a"), new Release("account:x"));
        Assert.IsType<CommandResult.Done>(await fixture.SendAsync(Probe("b"), new Claim("account:x")));
    }

    [Fact]
    public async Task Rules_that_throw_change_nothing_and_the_actor_goes_on()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("a"), new Add(5));
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => fixture.SendAsync(Probe("a"), new Fail()));
        Assert.Equal(2, (await fixture.SendAsync(Probe("a"), new Add(1))).Version);
    }

    [Fact]
    public async Task Actor_that_was_only_asked_about_a_fact_does_not_exist()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("w"), new Follow(Probe("a"), "total:10", "t"));
        await fixture.Driver.DeliverDueAsync(TestContext.Current.CancellationToken);
        Assert.Null(await fixture.Runtime.Actors.ReadAsync(Probe("a"), TestContext.Current.CancellationToken));
    }
}
