using StartupOrchestrator.Runtime.Relays;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Runtime.Tests.Relays;

/// <summary>A mail server, or a system that is called, may take longer than a lease lasts.</summary>
public sealed class SlowEffectTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Effect_that_takes_longer_than_its_lease_is_not_begun_a_second_time_beside_itself()
    {
        var slow = new SlowHandler();
        await using var fixture = new RuntimeFixture(handlers: slow);
        await fixture.SendAsync(Probe("a"), new Mail("1"));

        var first = fixture.Runtime.Sweeps.MessagesAsync(Token);
        await slow.Begun.WaitAsync(Token);
        fixture.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        var second = fixture.Runtime.Sweeps.MessagesAsync(Token);
        await Task.WhenAny(second, slow.Begun.WaitAsync(Token));
        slow.GoOn.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(1, slow.Times);
        Assert.Null(await fixture.Storage.Deliveries.NextDueAsync(Token));
    }

    private sealed class SlowHandler : IEffectHandler
    {
        private int times;

        public SemaphoreSlim Begun { get; } = new(0);

        public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Times => times;

        public string Target => OutboxTargets.Mail;

        public async Task<bool> DeliverAsync(PendingMessage message, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref times);
            Begun.Release();
            await GoOn.Task.WaitAsync(cancellationToken);
            return true;
        }
    }
}
