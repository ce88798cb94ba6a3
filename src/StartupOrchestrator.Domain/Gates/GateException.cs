using NodaTime;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Domain.Gates;

/// <summary>A condition of a gate that need not hold for now, as granted by whoever approves the gate.</summary>
/// <param name="Condition">Code of the condition, as listed by the gate's check.</param>
/// <param name="Reason">Why it may be left open.</param>
/// <param name="Expires">Last day on which the exception holds; null when it holds for good.</param>
public sealed record GateException(string Condition, PersonalRef Reason, LocalDate? Expires = null);
