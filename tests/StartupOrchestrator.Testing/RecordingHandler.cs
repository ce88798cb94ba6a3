using System.Collections.Concurrent;
using StartupOrchestrator.Runtime.Relays;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Testing;

/// <summary>Keeps what it was asked to carry; fails or puts off as told.</summary>
public sealed class RecordingHandler(string target = OutboxTargets.Mail) : IEffectHandler
{
    public ConcurrentQueue<PendingMessage> Delivered { get; } = new();

    public Func<PendingMessage, bool> Answer { get; set; } = _ => true;

    public string Target => target;

    public Task<bool> DeliverAsync(PendingMessage message, CancellationToken cancellationToken)
    {
        var done = Answer(message);
        if (done)
        {
            Delivered.Enqueue(message);
        }

        return Task.FromResult(done);
    }
}
