using NodaTime;

namespace StartupOrchestrator.Domain.Time;

/// <summary>A day that differs from the weekly rule: a public holiday, an institution's closure, or a working day made up on a weekend.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">Its name, in words.</param>
/// <param name="Source">Where it was read; null when nobody knows.</param>
/// <param name="Verified">A person checked it.</param>
/// <param name="Subdivision">ISO 3166-2 code when it holds only there.</param>
public sealed record Holiday(LocalDate Date, string Name, string? Source = null, bool Verified = false, string? Subdivision = null);
