namespace StartupOrchestrator.Domain.Time;

/// <summary>A period laid down by law, policy or plan.</summary>
/// <param name="Days">Length in days of the basis.</param>
/// <param name="Basis">Calendar or working days.</param>
/// <param name="Start">Which day is day 1.</param>
/// <param name="Roll">What happens when the last day is not a working day.</param>
/// <param name="MinWorkingDays">Working days that the period must hold at least (EU: 2); a shorter one is prolonged.</param>
/// <param name="CalendarOf">Whose working days count: the party that must act.</param>
/// <param name="Pauses">Pauses laid down from outside (winter clock stop) hold this period up.</param>
public sealed record DateRule(
    int Days, DayBasis Basis = DayBasis.Calendar, StartRule Start = StartRule.DayAfter, RollRule Roll = RollRule.None, int MinWorkingDays = 0,
    CalendarOf CalendarOf = CalendarOf.Authority, bool Pauses = false);

/// <summary>What a day is.</summary>
public enum DayBasis
{
    /// <summary>Every day.</summary>
    Calendar,

    /// <summary>Working days of a calendar.</summary>
    Working,
}

/// <summary>Which day is the first.</summary>
public enum StartRule
{
    /// <summary>The day after the event (Regulation 1182/71 and most laws).</summary>
    DayAfter,

    /// <summary>The day of the event.</summary>
    SameDay,
}

/// <summary>What happens when the last day is not worked.</summary>
public enum RollRule
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The period ends on the next working day.</summary>
    NextWorkingDay,
}

/// <summary>Whose calendar counts.</summary>
public enum CalendarOf
{
    /// <summary>The authority or member state that must act.</summary>
    Authority,

    /// <summary>The reporting member state.</summary>
    ReportingState,

    /// <summary>The sponsor's country.</summary>
    Sponsor,

    /// <summary>The site's country.</summary>
    Site,
}
