using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Runtime.Tests.Kernel;

public sealed class FactTests
{
    [Fact]
    public async Task Fact_that_holds_is_told_at_once()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("a"), new Add(10));
        await fixture.SendAsync(Probe("w"), new Follow(Probe("a"), "total:10", "t"));
        Assert.Equal(["total:10 True"], await HeardAsync(fixture));
    }

    [Fact]
    public async Task Fact_is_told_when_it_begins_and_when_it_ceases_to_hold()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("w"), new Follow(Probe("a"), "total:10", "t"));
        Assert.Empty(await HeardAsync(fixture));
        await fixture.SendAsync(Probe("a"), new Add(9));
        Assert.Empty(await HeardAsync(fixture));
        await fixture.SendAsync(Probe("a"), new Add(3));
        await fixture.SendAsync(Probe("a"), new Add(-3));
        Assert.Equal(["total:10 True", "total:10 False"], await HeardAsync(fixture));
    }

    [Fact]
    public async Task Subscriber_that_was_let_go_hears_nothing_more()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("w"), new Follow(Probe("a"), "total:10", "t"));
        await fixture.Driver.DeliverDueAsync(TestContext.Current.CancellationToken);
        await fixture.SendAsync(Probe("w"), new Unfollow(Probe("a"), "t"));
        await fixture.Driver.DeliverDueAsync(TestContext.Current.CancellationToken);
        await fixture.SendAsync(Probe("a"), new Add(10));
        Assert.Empty(await HeardAsync(fixture));
    }

    [Fact]
    public async Task Subscribers_outlive_the_memory_of_a_process()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("w"), new Follow(Probe("a"), "total:10", "t"));
        await fixture.Driver.DeliverDueAsync(TestContext.Current.CancellationToken);
        await using var second = new RuntimeFixture(fixture.Storage, fixture.Clock);
        await second.SendAsync(Probe("a"), new Add(10), "other");
        Assert.Equal(["total:10 True"], await HeardAsync(second));
    }

    [Fact]
    public async Task Wait_for_one_telling_is_over_with_it()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("w"), new Ask(Probe("a"), 1, [new FactWatch("t", "total:10", Once: true)]));
        await HeardAsync(fixture);
        await fixture.SendAsync(Probe("a"), new Add(10));
        await fixture.SendAsync(Probe("a"), new Add(-10));
        await fixture.SendAsync(Probe("a"), new Add(10));
        Assert.Equal(["total:10 True"], await HeardAsync(fixture));
    }

    [Fact]
    public async Task Wait_for_any_of_several_facts_is_one_wait_that_ends_with_the_first()
    {
        await using var fixture = new RuntimeFixture();
        var any = AnyOf.Name(["total:20", "total:10"]);
        await fixture.SendAsync(Probe("w"), new Ask(Probe("a"), 1, [new FactWatch("t", any, Once: true)]));
        await HeardAsync(fixture);
        await fixture.SendAsync(Probe("a"), new Add(10));
        await fixture.SendAsync(Probe("a"), new Add(10));
        Assert.Equal([$"{any} True"], await HeardAsync(fixture));
    }

    [Fact]
    public async Task Waits_that_go_with_a_command_share_its_commit_and_survive_its_refusal()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("w"), new Ask(Probe("a"), 10, [new FactWatch("t", "total:10", Once: true)]));
        Assert.Equal(["total:10 True"], await HeardAsync(fixture));
        Assert.Equal(1, (await fixture.Storage.Steps.LoadAsync(Probe("a").ToString(), TestContext.Current.CancellationToken))!.Version);

        await fixture.SendAsync(Probe("w"), new Ask(Probe("b"), -1, [new FactWatch("u", "total:20", Once: true)]));
        await HeardAsync(fixture);
        await fixture.SendAsync(Probe("b"), new Add(20));
        Assert.Contains("total:20 True", await HeardAsync(fixture));
    }

    [Fact]
    public async Task Who_ends_a_wait_with_a_command_does_not_hear_what_the_command_brings()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("w"), new Ask(Probe("a"), 1, [new FactWatch("t", "total:10", Once: true)]));
        await HeardAsync(fixture);
        await fixture.SendAsync(Probe("w"), new Ask(Probe("a"), 10, [new FactWatch("t")]));
        Assert.Empty(await HeardAsync(fixture));
    }

    private static async Task<IEnumerable<string>> HeardAsync(RuntimeFixture fixture)
    {
        await fixture.Driver.DeliverDueAsync(TestContext.Current.CancellationToken);
        return (await fixture.StateAsync(Probe("w"))).Heard;
    }
}
