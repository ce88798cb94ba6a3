using NodaTime;

namespace StartupOrchestrator.Domain.Actors.Shared;

/// <summary>One step of an actor through its statuses.</summary>
/// <typeparam name="T">The statuses.</typeparam>
/// <param name="From">Status before.</param>
/// <param name="To">Status after; for an end, <paramref name="From"/> is the stage at which it ended.</param>
/// <param name="On">Actual date.</param>
/// <param name="ReasonCode">Code of a pick list, where one is asked.</param>
public sealed record StatusChange<T>(T From, T To, LocalDate On, string? ReasonCode = null)
    where T : struct, Enum;
