using NodaTime;

namespace StartupOrchestrator.Domain.Time;

/// <summary>Days on which clocks stand still by decree: the winter clock stop and the like. Yearly data, never a rule.</summary>
/// <param name="First">First day that does not count.</param>
/// <param name="Last">Last day that does not count.</param>
/// <param name="Name">Its name, in words.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Verified">A person checked it.</param>
public sealed record ClockPause(LocalDate First, LocalDate Last, string Name, string? Source = null, bool Verified = false)
{
    internal bool Holds(LocalDate date) => date >= First && date <= Last;
}
