using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Waits a number of business days of the country's calendar; goes on at eight in the morning, local time.</summary>
[Activity("Startup.WaitBusinessDays", 1, "Time", "Waits business days in the country's calendar.", Label = "Wait business days")]
[Input("days", "Int32", Required = true, Default = 5, Label = "Business days")]
[Waits("days", "the calendar", 5, 5)]
public sealed class WaitBusinessDays : StartUpActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var day = PlanCalendar.After(step, (int)step.Number("days")!);
        step.Waits.Until(day.At(new LocalTime(8, 0)), PlanCalendar.Zone(step), "days");
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload) => step.Complete();
}
