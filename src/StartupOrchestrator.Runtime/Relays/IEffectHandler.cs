using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Relays;

/// <summary>Carries effects to the world: mail, calendar, calls to other systems. May be asked for the same row again; the row's id is the stable key.</summary>
public interface IEffectHandler
{
    /// <summary>Which rows it takes: <see cref="OutboxTargets.Mail"/>, <see cref="OutboxTargets.Calendar"/> or <see cref="OutboxTargets.Http"/>.</summary>
    string Target { get; }

    /// <summary>Carries a row out.</summary>
    /// <returns>False: not now (quiet hours, server away); asked again later, never given up.</returns>
    /// <exception cref="Exception">The attempt failed; after several the row is undeliverable and shown to staff.</exception>
    Task<bool> DeliverAsync(PendingMessage message, CancellationToken cancellationToken);
}
