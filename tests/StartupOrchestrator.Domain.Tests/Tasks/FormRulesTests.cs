using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Tasks;

namespace StartupOrchestrator.Domain.Tests.Tasks;

public class FormRulesTests
{
    private static readonly TaskForm Form = new(
    [
        new FormField("one", "One?", FieldKind.Choice, Required: true, Options: [new("a", "A"), new("b", "B")]),
        new FormField("many", "Many?", FieldKind.Choice, Options: [new("a", "A"), new("b", "B")], Multiple: true),
        new FormField("yes", "Yes?", FieldKind.YesNo),
        new FormField("number", "Number?", FieldKind.Number, Min: 1, Max: 5),
        new FormField("date", "Date?", FieldKind.Date, MinDate: new(2026, 1, 1), MaxDate: new(2026, 12, 31)),
        new FormField("file", "File?", FieldKind.File, Max: 1000),
        new FormField("text", "Text?", FieldKind.Text),
    ]);

    public static TheoryData<string, Answer, string?> Cases => new()
    {
        { "one", new Answer(["a"]), null },
        { "one", new Answer(["c"]), "'c' is not one of the answers." },
        { "one", new Answer(["a", "b"]), "Choose one answer only." },
        { "one", new Answer(Yes: true), "Choose one of the answers." },
        { "many", new Answer(["a", "b"]), null },
        { "yes", new Answer(Yes: false), null },
        { "yes", new Answer(Number: 1), "Choose yes or no." },
        { "number", new Answer(Number: 1), null },
        { "number", new Answer(Number: 0.5m), "At least 1." },
        { "number", new Answer(Number: 6), "At most 5." },
        { "date", new Answer(Date: new LocalDate(2026, 12, 31)), null },
        { "date", new Answer(Date: new LocalDate(2025, 12, 31)), "Not before 01-Jan-2026." },
        { "date", new Answer(Date: new LocalDate(2027, 1, 1)), "Not after 31-Dec-2026." },
        { "file", new Answer(File: Given.File()), "At most 0 MB." },
        { "file", new Answer(File: Given.File() with { Size = 10 }), null },
        { "text", new Answer(Text: Given.Text()), null },
        { "unknown", new Answer(Yes: true), "The task does not ask this." },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Answer_is_checked_against_its_field(string field, Answer answer, string? message) =>
        Assert.Equal(message, FormRules.Check(Form, [KeyValuePair.Create(field, answer)]).FirstOrDefault()?.Message);

    [Fact]
    public void Required_field_without_an_answer_is_missing() =>
        Assert.Equal("one", Assert.Single(FormRules.Missing(Form, ImmutableDictionary<string, Answer>.Empty)).Field);

    [Theory]
    [InlineData("PL-04", null)]
    [InlineData("PL", "At least 4 characters.")]
    [InlineData("PL-044444444", "At most 8 characters.")]
    [InlineData("pl-04", "Like PL-04")]
    public void Text_is_checked_before_it_is_sealed(string text, string? message) =>
        Assert.Equal(message, FormRules.CheckText(new FormField("code", "Code", FieldKind.Text, Min: 4, Max: 8, Pattern: "[A-Z]{2}-[0-9]+", Help: "Like PL-04"), text));

    [Fact]
    public void Form_with_a_bad_pattern_is_refused_at_creation()
    {
        var stage = new Stage<TaskState>(new TaskActor(Domain.Countries.Packs.CountryPackCatalog.Empty), TaskStage.Id);

        Assert.Equal("form", stage.Refuses(new CreateTask("x", "X", Given.Site, new Assignee("PI"), Form: new TaskForm([new FormField("a", "A", FieldKind.Text, Pattern: "[")]))).Field);
    }
}
