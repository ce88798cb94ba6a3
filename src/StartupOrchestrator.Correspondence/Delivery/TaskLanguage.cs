using System.Collections.Immutable;
using NodaTime.Text;
using StartupOrchestrator.Correspondence.Words;
using StartupOrchestrator.Domain.Tasks;

namespace StartupOrchestrator.Correspondence.Delivery;

/// <summary>Says a task in the language of whoever reads it; codes and values stay as they are.</summary>
public static class TaskLanguage
{
    private const string What = "what";

    /// <summary>The task with its texts in a language.</summary>
    public static TaskState In(this TaskState state, Language words) => state.Given is not { } given ? state : state with
    {
        Given = given with
        {
            Title = Phrases.In(words, given.Title),
            Why = given.Why is { } why ? Phrases.In(words, why) : null,
            Parameters = given.Parameters is { } parameters && parameters.TryGetValue(What, out var what) ? parameters.SetItem(What, Phrases.In(words, what)) : given.Parameters,
            Form = given.Form is { Fields.IsDefault: false } form ? form with { Fields = [.. form.Fields.Select(f => In(f, words))] } : given.Form,
            Outcomes = given.Outcomes.IsDefault ? given.Outcomes : [.. given.Outcomes.Select(o => o with { Label = Phrases.In(words, o.Label) })],
        },
    };

    private static FormField In(FormField field, Language words) => field with
    {
        Label = Phrases.In(words, field.Label),
        Help = field.Help is { } help ? Phrases.In(words, help) : null,
        Options = field.Options.IsDefault ? field.Options : [.. field.Options.Select(o => o with { Label = In(o, words) })],
    };

    // Days to choose from: whoever chooses wants to see the weekday.
    private static string In(FieldOption option, Language words) =>
        LocalDatePattern.Iso.Parse(option.Value) is { Success: true, Value: var day } ? words.LongDate(day) : Phrases.In(words, option.Label);
}
