using NodaTime;
using StartupOrchestrator.Correspondence.Delivery;
using StartupOrchestrator.Correspondence.Words;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Tasks;

namespace StartupOrchestrator.Correspondence.Tests.Delivery;

public sealed class TaskLanguageTests
{
    [Fact]
    public void Site_reads_the_task_in_its_language_and_answers_with_the_same_codes()
    {
        var german = Task("Pick a date: Initiation visit", "The visit is a condition of what follows at the site.").In(Language.For("de-AT"));

        Assert.Equal("Termin auswählen: Initiierungsbesuch", TaskWords.Title(german));
        Assert.Equal("Der Besuch ist Voraussetzung für alles, was am Zentrum folgt.", TaskWords.Why(german));
        var field = german.Given!.Form!.Fields[0];
        Assert.Equal(("Welcher Tag passt Ihnen?", "date"), (field.Label, field.Name));
        Assert.Equal(("2026-11-17", "Dienstag, 17. November 2026"), (field.Options[0].Value, field.Options[0].Label));
        Assert.Equal(("NoneFits", "Keiner passt"), (german.Given.Outcomes[1].Code, german.Given.Outcomes[1].Label));
    }

    [Fact]
    public void English_reader_sees_what_was_written_and_a_weekday_with_each_day()
    {
        var english = Task("Pick a date: Initiation visit", "Because.").In(Language.English);

        Assert.Equal(("Pick a date: Initiation visit", "Because."), (TaskWords.Title(english), TaskWords.Why(english)));
        Assert.Equal("Tuesday, 17-Nov-2026", english.Given!.Form!.Fields[0].Options[0].Label);
    }

    [Theory]
    [InlineData("Bring a cake")]
    [InlineData("Bring: a cake")]
    public void Text_that_nobody_translated_stays_as_it_was_written(string text) => Assert.Equal(text, Phrases.In(Language.For("de"), text));

    private static TaskState Task(string title, string why) => new()
    {
        Given = new TaskCreated(
            "visit-choose", title, Scope.Organisation, new Assignee("SC"), "site-task", null, why, null, null, null,
            new TaskForm([new FormField("date", "Which day suits you?", FieldKind.Choice, Options: [new("2026-11-17", "17-Nov-2026")])]),
            [new("Chosen", "Chosen"), new("NoneFits", "None fits")], true, 5, [], null, null, false, [], null, null, null, new LocalDate(2026, 11, 1)),
    };
}
