using NodaTime;

namespace StartupOrchestrator.Domain.Time;

/// <summary>A meeting of a committee. What depends on meetings is never a count of days.</summary>
/// <param name="Date">Day of the meeting.</param>
/// <param name="CutOff">Last day on which papers are taken for it.</param>
public sealed record Meeting(LocalDate Date, LocalDate CutOff)
{
    /// <summary>The first meeting for which papers that are ready on a day still come in time; null when none is known.</summary>
    public static Meeting? NextFor(LocalDate ready, IEnumerable<Meeting> meetings) =>
        meetings.Where(m => m.CutOff >= ready && m.Date >= ready).OrderBy(m => m.Date).FirstOrDefault();
}
