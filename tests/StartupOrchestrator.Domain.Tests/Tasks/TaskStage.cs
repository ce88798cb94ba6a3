using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Tasks;

namespace StartupOrchestrator.Domain.Tests.Tasks;

/// <summary>A task as tests use it: a visit day is asked of the PI on the page in the mail.</summary>
internal static class TaskStage
{
    public static readonly ActorId Id = new(ActorKind.Task, "t1");

    public static readonly TaskForm Form = new(
    [
        new FormField("day", "Which day suits you?", FieldKind.Choice, Required: true, Options: [new("wed", "Wednesday"), new("thu", "Thursday")]),
        new FormField("count", "How many will take part?", FieldKind.Number, Required: true, Min: 1, Max: 10),
        new FormField("note", "Anything else?", FieldKind.Text, Max: 200),
    ]);

    public static ImmutableSortedDictionary<string, Answer> Full => Answers(("day", new Answer(["wed"])), ("count", new Answer(Number: 2)));

    public static ImmutableSortedDictionary<string, Answer> Answers(params (string Name, Answer Answer)[] answers) =>
        answers.ToImmutableSortedDictionary(a => a.Name, a => a.Answer, StringComparer.Ordinal);

    public static Stage<TaskState> Given(bool blocked = false, string? requestedBy = null, LocalDate? due = null, ImmutableArray<ReminderRung> reminders = default, Escalation? escalation = null)
    {
        var packs = CountryPackCatalog.Build([("PL", new CountryPack { Id = "PL", Name = "Poland", Version = "1", Holidays = [new(new(2026, 11, 30), "A holiday")] })], out _);
        return new Stage<TaskState>(new TaskActor(packs), Id).Do(new CreateTask(
            "visit-day", "Choose a day for the initiation visit at {site}", Tests.Given.Site, new Assignee("PI"), Why: "The visit opens your site.",
            Parameters: ImmutableSortedDictionary<string, string>.Empty.Add("site", "PL-04"), Due: due ?? new LocalDate(2026, 12, 4), TimeZone: "Europe/Warsaw", Form: Form,
            Outcomes: [new("agreed", "Agreed"), new("refused", "Refused")], OnTaskPage: true, Reminders: reminders, Escalation: escalation, Blocked: blocked, RequestedBy: requestedBy));
    }
}
