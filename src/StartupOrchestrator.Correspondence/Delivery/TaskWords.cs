using System.Collections.Immutable;
using System.Globalization;
using StartupOrchestrator.Correspondence.Templates;
using StartupOrchestrator.Correspondence.Words;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Tasks;

namespace StartupOrchestrator.Correspondence.Delivery;

/// <summary>What a task says, in words; the same in mails and on its page.</summary>
public static class TaskWords
{
    /// <summary>What is to be done.</summary>
    public static string Title(TaskState state) => Filled(state, state.Given?.Title ?? "");

    /// <summary>What to do, in a sentence or two; null when the title says it all.</summary>
    public static string? What(TaskState state) => state.Given?.Parameters?.GetValueOrDefault("what") is { } what ? Filled(state, what) : null;

    /// <summary>Why.</summary>
    public static string? Why(TaskState state) => state.Given?.Why is { } why ? Filled(state, why) : null;

    /// <summary>Questions and answers, in the order in which they were asked, and the decision.</summary>
    /// <param name="state">The task.</param>
    /// <param name="words">Language.</param>
    /// <param name="personal">Personal values by id.</param>
    public static IEnumerable<MailFact> Answers(TaskState state, Language words, IReadOnlyDictionary<string, string> personal)
    {
        foreach (var field in state.Given?.Form is { Fields.IsDefault: false } form ? form.Fields : [])
        {
            if (state.Answers.TryGetValue(field.Name, out var answer) && Answer(field, answer, words, personal) is { } text)
            {
                yield return new MailFact(field.Label, text);
            }
        }

        if (state.End?.Outcome is { } outcome && state.Given is { Outcomes.IsDefault: false } given)
        {
            yield return new MailFact(words["page.check.outcome"], given.Outcomes.FirstOrDefault(o => o.Code == outcome)?.Label ?? outcome);
        }
    }

    /// <summary>One answer in words; null when it is empty.</summary>
    public static string? Answer(FormField field, Answer answer, Language words, IReadOnlyDictionary<string, string> personal) =>
        answer.Yes is { } yes ? words[yes ? "page.yes" : "page.no"]
        : answer.Number is { } number ? number.ToString("0.############", CultureInfo.GetCultureInfo(words.Tag))
        : answer.Date is { } date ? words.LongDate(date)
        : answer.Text is { } text ? Value(personal, text)
        : answer.File is { } file ? words.Text("page.file-have", ("name", Value(personal, file.Name)), ("size", Size(file.Size, words)))
        : answer.Choices.IsDefaultOrEmpty ? null
        : string.Join(", ", answer.Choices.Select(c => (field.Options.IsDefault ? null : field.Options.FirstOrDefault(o => o.Value == c)?.Label) ?? c));

    /// <summary>A size for people: 412 KB, 3.5 MB.</summary>
    public static string Size(long bytes, Language words) =>
        bytes < 1024 * 1024
            ? words.Text("size.kb", ("count", Math.Max(1, bytes / 1024).ToString(CultureInfo.InvariantCulture)))
            : words.Text("size.mb", ("count", (bytes / 1024m / 1024m).ToString("0.#", CultureInfo.GetCultureInfo(words.Tag))));

    private static string Value(IReadOnlyDictionary<string, string> personal, PersonalRef reference) => personal.GetValueOrDefault(reference.Id, "");

    private static string Filled(TaskState state, string text) =>
        (state.Given?.Parameters ?? ImmutableSortedDictionary<string, string>.Empty).Aggregate(text, (t, p) => t.Replace("{" + p.Key + "}", p.Value, StringComparison.Ordinal));
}
