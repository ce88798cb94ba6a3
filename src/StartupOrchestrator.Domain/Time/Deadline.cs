using System.Collections.Immutable;
using NodaTime;

namespace StartupOrchestrator.Domain.Time;

/// <summary>A computed last day, with the way it came about.</summary>
/// <param name="Date">The binding date: the earliest reading.</param>
/// <param name="Possible">A later date under the other reading of a pause; null when readings agree. Ask the authority.</param>
/// <param name="Steps">The calculation in words, one sentence a step.</param>
/// <param name="Unverified">Holidays of a year on the way are not known.</param>
public sealed record Deadline(LocalDate Date, LocalDate? Possible, ImmutableArray<string> Steps, bool Unverified);
