using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Domain.Time;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp.Shared;

/// <summary>Business days of a plan: the working days of its country, from the country pack it was started with.</summary>
internal static class PlanCalendar
{
    /// <summary>Zone in which the plan's days begin and end: the site's, else the country's, else that of the host.</summary>
    public static DateTimeZone Zone(ActivityContext step)
    {
        var name = Text(step.WorkflowInput("timeZone")) ?? Text((step.WorkflowInput("pack") as JsonObject)?["timeZone"]);
        return (name is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)) ?? step.Zone;
    }

    /// <summary>Today in the plan's zone.</summary>
    public static LocalDate Today(ActivityContext step) => step.Now.InZone(Zone(step)).Date;

    /// <summary>The date so many business days from today.</summary>
    public static LocalDate After(ActivityContext step, int businessDays) => Of(step).Plus(Today(step), businessDays);

    /// <summary>The working days of the plan's country.</summary>
    public static BusinessCalendar Of(ActivityContext step)
    {
        if (step.WorkflowInput("pack") is not JsonObject pack || (pack["weekend"] is null && pack["holidays"] is null))
        {
            return BusinessCalendar.WeekdaysOnly;
        }

        var weekend = (pack["weekend"] as JsonArray)?.Select(d => Enum.TryParse<IsoDayOfWeek>(Text(d), ignoreCase: true, out var day) ? day : IsoDayOfWeek.None)
            .Where(d => d != IsoDayOfWeek.None).ToList() ?? [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];
        return new BusinessCalendar(Text(pack["country"]) ?? "plan", weekend, Dates(pack["holidays"]).Select(d => new Holiday(d, "")), Dates(pack["madeUpDays"]));
    }

    private static IEnumerable<LocalDate> Dates(JsonNode? list) =>
        (list as JsonArray)?.Select(d => LocalDatePattern.Iso.Parse(Text(d) ?? "")).Where(r => r.Success).Select(r => r.Value) ?? [];

    private static string? Text(JsonNode? value) => value is JsonValue v && v.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
