using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Relays;

/// <summary>Keeps mail, calendar entries and calls of other systems back while the database says so, after a restore for example; they wait, and are never given up.</summary>
internal sealed class HeldEffects(IEffectHandler inner, IUpkeep upkeep) : IEffectHandler
{
    public string Target => inner.Target;

    public async Task<bool> DeliverAsync(PendingMessage message, CancellationToken cancellationToken) =>
        await upkeep.FindHoldAsync(Hold.Outgoing, cancellationToken).ConfigureAwait(false) is null
        && await inner.DeliverAsync(message, cancellationToken).ConfigureAwait(false);
}
