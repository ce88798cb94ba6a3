using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Runtime.Tests.Relays;

public sealed class MessageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_changes_its_target_only_when_delivered_and_then_its_row_is_gone()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("a"), new Pass(Probe("b"), 5));
        Assert.Equal(0, (await fixture.StateAsync(Probe("b"))).Total);
        await fixture.Driver.DeliverDueAsync(Token);
        Assert.Equal(5, (await fixture.StateAsync(Probe("b"))).Total);
        Assert.Null(await fixture.Driver.NextDueAsync(Token));
    }

    [Fact]
    public async Task Messages_of_a_pair_leave_in_order()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("a"), new Pass(Probe("b"), 3, "first"));
        await fixture.SendAsync(Probe("a"), new Pass(Probe("b"), -2, "second"));
        await fixture.SendAsync(Probe("a"), new Pass(Probe("b"), -1, "third"));
        await fixture.Driver.DeliverDueAsync(Token);
        Assert.Equal(3, (await fixture.Runtime.Actors.ReadAsync(Probe("b"), Token))!.Version);
        Assert.Empty(await fixture.Storage.Deliveries.UndeliverableAsync(10, Token));
    }

    [Fact]
    public async Task Refused_message_is_kept_as_undeliverable_and_can_be_revived()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("a"), new Pass(Probe("b"), -5));
        await fixture.Driver.DeliverDueAsync(Token);
        var dead = Assert.Single(await fixture.Storage.Deliveries.UndeliverableAsync(10, Token));
        Assert.Contains("value.invalid", dead.Error, StringComparison.Ordinal);
        await fixture.SendAsync(Probe("b"), new Add(7));
        await fixture.Storage.Deliveries.ReviveAsync(dead.Id, fixture.Clock.Now, Token);
        await fixture.Driver.DeliverDueAsync(Token);
        Assert.Equal(2, (await fixture.StateAsync(Probe("b"))).Total);
    }

    [Fact]
    public async Task Plan_hears_that_its_message_was_refused()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("w", ActorKind.Workflow), new Pass(Probe("b"), -5));
        await fixture.Driver.DeliverDueAsync(Token);
        Assert.Equal(["refused value.invalid"], (await fixture.StateAsync(Probe("w", ActorKind.Workflow))).Heard);
        Assert.Empty(await fixture.Storage.Deliveries.UndeliverableAsync(10, Token));
    }

    [Fact]
    public async Task Failing_mail_holds_up_its_own_pair_alone_and_is_given_up_visibly()
    {
        var mail = new RecordingHandler { Answer = m => m.Source != "task/a" ? true : throw new IOException("no server") };
        await using var fixture = new RuntimeFixture(options: new RuntimeOptions { Background = false, MaxAttempts = 3 }, handlers: mail);
        await fixture.SendAsync(Probe("a"), new Mail("1"));
        await fixture.SendAsync(Probe("a"), new Mail("2"));
        await fixture.SendAsync(Probe("b"), new Mail("1"));
        await fixture.Driver.DeliverDueAsync(Token);
        Assert.Equal(["task/b"], mail.Delivered.Select(m => m.Source));
        mail.Answer = m => m.Payload.Contains("\"key\":\"1\"", StringComparison.Ordinal) && m.Source == "task/a" ? throw new IOException("still none") : true;
        await fixture.Driver.RunUntilIdleAsync(fixture.Clock.Now + Duration.FromHours(1), Token);
        Assert.Equal(3, Assert.Single(await fixture.Storage.Deliveries.UndeliverableAsync(10, Token)).Attempts);
        Assert.Equal(["task/b", "task/a"], mail.Delivered.Select(m => m.Source));
    }

    [Fact]
    public async Task Mail_that_may_not_leave_now_is_asked_for_again_under_the_same_id()
    {
        var tries = new List<string>();
        var mail = new RecordingHandler();
        mail.Answer = m =>
        {
            tries.Add(m.Id);
            return tries.Count == 3;
        };
        await using var fixture = new RuntimeFixture(handlers: mail);
        await fixture.SendAsync(Probe("a"), new Mail("1"));
        await fixture.Driver.RunUntilIdleAsync(fixture.Clock.Now + Duration.FromHours(1), Token);
        Assert.Equal(3, tries.Count);
        Assert.Single(tries.Distinct());
        Assert.Single(mail.Delivered);
    }
}
