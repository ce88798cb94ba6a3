using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>
/// Brings a visit about: we propose dates, the site picks one, the invitation goes out, and afterwards we confirm that it
/// took place. A moved visit starts again with new proposals under the same calendar entry.
/// </summary>
[Activity("Startup.ScheduleVisit", 1, "Visits", "Schedules a visit and waits until it has taken place.", Label = "Visit")]
[Input("visit", "String", Required = true, Label = "Kind", Description = "For example sqv, siv.")]
[Input("title", "String", Required = true, Label = "Title")]
[Input("host", "String", Editor = "dropdown", Default = "CRA", Label = "Who visits", Options = ["CRA", "SUS", "MED"])]
[Input("contact", "String", Editor = "dropdown", Default = "SC", Label = "Who picks the date", Options = ["SC", "PI"])]
[Input("hours", "Double", Default = 4.0, Label = "Hours")]
[Input("typicalDays", "Double", Label = "Typical (P50, business days)")]
[Input("cautiousDays", "Double", Label = "Cautious (P80, business days)")]
[Output("On", "String", "First day of the visit.")]
[Outcome("Done", Share = 0.95)]
[Outcome("Cancelled", Share = 0.05)]
[Waits("proposal", "whoever visits", 1, 3)]
[Waits("choice", "site contact", 2, 5)]
[Waits("visit", "the calendar", 7, 15)]
public sealed class ScheduleVisit : TaskActivity
{
    private const string Phase = "phase", Day = "day", Sequence = "sequence";
    private static readonly string[] Proposals = ["first", "second", "third"];

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step) => Propose(step);

    /// <inheritdoc/>
    protected override void Done(ActivityContext step, JsonObject result)
    {
        var outcome = (string?)result["outcome"];
        switch (Values.Text(step.Recall(Phase)))
        {
            case "propose":
                Choose(step, TaskAnswers.Flatten(result["answers"]));
                break;
            case "choose" when outcome == "NoneFits":
                Propose(step);
                break;
            case "choose":
                Invite(step, TaskAnswers.Flatten(result["answers"]));
                break;
            default:
                After(step, outcome);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void Skipped(ActivityContext step) => step.Block("The visit was left out. Skip this step with Done or Cancelled, or retry it.");

    private static void Propose(ActivityContext step)
    {
        step.Remember(Phase, "propose");
        var earliest = PlanCalendar.After(step, 2);
        Give(step, Order(step, "visit-propose", $"Propose dates: {step.Text("title")}", step.Text("host")!) with
        {
            DueIn = 3,
            EstimatedMinutes = 10,
            Form = new TaskForm([.. Proposals.Select((p, i) => new FormField(p, $"{ActivityDescriptor.Words(p)} proposal", FieldKind.Date, Required: i == 0, Step: 1, MinDate: earliest)),
                new FormField("place", "Where", FieldKind.Choice, Required: true, Step: 1, Options: [new("on-site", "On site"), new("remote", "Remote"), new("hybrid", "Both")])]),
        });
    }

    private static void Choose(ActivityContext step, JsonObject answers)
    {
        step.Remember(Phase, "choose");
        step.Remember("place", answers["place"]?.DeepClone());
        ImmutableArray<FieldOption> dates = [.. Proposals.Select(p => (string?)answers[p]).OfType<string>()
            .Select(d => new FieldOption(d, LocalDatePattern.Iso.Parse(d).Value.ToString("dd-MMM-uuuu", CultureInfo.InvariantCulture)))];
        Give(step, Order(step, "visit-choose", $"Pick a date: {step.Text("title")}", step.Text("contact")!) with
        {
            DueIn = 5,
            EstimatedMinutes = 5,
            Outcomes = ["Chosen", "NoneFits"],
            Form = new TaskForm([new FormField("date", "Which day suits you?", FieldKind.Choice, Step: 1, Options: dates)]),
        });
    }

    private static void Invite(ActivityContext step, JsonObject answers)
    {
        var text = (string?)answers["date"] ?? "";
        if (LocalDatePattern.Iso.Parse(text) is not { Success: true } day)
        {
            Propose(step);
            return;
        }

        step.Remember(Phase, "confirm");
        step.Remember(Day, text);
        Invitation(step, cancelled: false);
        Give(step, Order(step, "visit-confirm", $"Confirm: {step.Text("title")} took place", step.Text("host")!) with
        {
            DueOn = LocalDate.Max(day.Value, PlanCalendar.Today(step)),
            EstimatedMinutes = 5,
            Outcomes = ["Held", "Moved", "Cancelled"],
        });
    }

    private static void After(ActivityContext step, string? outcome)
    {
        switch (outcome)
        {
            case "Moved":
                Propose(step);
                break;
            case "Cancelled":
                Invitation(step, cancelled: true);
                step.Complete("Cancelled");
                break;
            default:
                step.SetOutput("On", step.Recall(Day)?.DeepClone());
                step.Complete();
                break;
        }
    }

    private static TaskOrder Order(ActivityContext step, string code, string title, string role) => new(code, title, role)
    {
        Kind = "visit",
        Why = "The visit is a condition of what follows at the site.",
        Parameters = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("visit", step.Text("visit") ?? "visit"),
    };

    private static void Invitation(ActivityContext step, bool cancelled)
    {
        var sequence = (int)(Values.Number(step.Recall(Sequence)) ?? 0);
        step.Remember(Sequence, sequence + 1);
        var start = LocalDatePattern.Iso.Parse(Values.Text(step.Recall(Day)) ?? "").Value.At(new LocalTime(9, 0));
        var data = PlanScope.Write(PlanScope.Of(step));
        data["visit"] = step.Text("visit");
        data["title"] = step.Text("title");
        data["place"] = step.Recall("place")?.DeepClone();
        data["start"] = LocalDateTimePattern.ExtendedIso.Format(start);
        data["end"] = LocalDateTimePattern.ExtendedIso.Format(start.PlusMinutes((long)(step.Number("hours")! * 60)));
        data["zone"] = PlanCalendar.Zone(step).Id;
        data["roles"] = new JsonArray(step.Text("contact"), "PI", step.Text("host"));
        data["cancelled"] = cancelled;
        step.Effects.Call("invitation", new JsonObject { ["uid"] = NewUid(step), ["sequence"] = sequence, ["data"] = data });
    }

    private static string NewUid(ActivityContext step) => Domain.Actors.DerivedId.From(step.WorkflowInstanceId, step.ActivityInstanceId, "visit");
}
