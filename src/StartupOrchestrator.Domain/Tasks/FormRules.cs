using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>What is wrong with an answer.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Message">What is wrong and what is expected.</param>
public sealed record FieldError(string Field, string Message);

/// <summary>Checks forms and answers.</summary>
public static class FormRules
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromMilliseconds(100);

    /// <summary>True when nothing is answered.</summary>
    public static bool IsEmpty(Answer? answer) =>
        answer is null || (answer.Choices.IsDefaultOrEmpty && answer is { Yes: null, Number: null, Date: null, Text: null, File: null });

    /// <summary>What is wrong with answers that were given; missing ones are no error yet.</summary>
    public static ImmutableArray<FieldError> Check(TaskForm? form, IEnumerable<KeyValuePair<string, Answer>> answers) =>
        [.. answers.Select(a => form?.Fields.OrEmpty().FirstOrDefault(f => f.Name == a.Key) is { } field
            ? IsEmpty(a.Value) || Check(field, a.Value) is not { } message ? null : new FieldError(a.Key, message)
            : new FieldError(a.Key, "The task does not ask this.")).OfType<FieldError>()];

    /// <summary>Required fields that have no answer.</summary>
    public static ImmutableArray<FieldError> Missing(TaskForm? form, IReadOnlyDictionary<string, Answer> answers) =>
        [.. (form?.Fields).GetValueOrDefault().OrEmpty().Where(f => f.Required && IsEmpty(answers.GetValueOrDefault(f.Name)))
            .Select(f => new FieldError(f.Name, $"'{f.Label}' needs an answer."))];

    /// <summary>What is wrong with a text before it is sealed; null when nothing is. Whoever receives the text calls this.</summary>
    public static string? CheckText(FormField field, string text)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(text);
        return field.Min is { } min && text.Length < min ? $"At least {min:0} characters."
            : field.Max is { } max && text.Length > max ? $"At most {max:0} characters."
            : field.Pattern is { } pattern && !Matches(text, pattern) ? field.Help ?? "Not in the form that is expected."
            : null;
    }

    private static string? Check(FormField field, Answer answer) => field.Kind switch
    {
        FieldKind.Choice => Choice(field, answer),
        FieldKind.YesNo => answer.Yes is null ? "Choose yes or no." : null,
        FieldKind.Text => answer.Text is null ? "Enter a text." : null,
        FieldKind.Number => answer.Number is not { } n ? "Enter a number." : Range(field, n),
        FieldKind.Date => answer.Date is not { } d ? "Enter a date."
            : d < field.MinDate ? $"Not before {DateRules.Text(field.MinDate.Value)}."
            : d > field.MaxDate ? $"Not after {DateRules.Text(field.MaxDate.Value)}."
            : null,
        FieldKind.File => answer.File is not { } file ? "Choose a file." : file.Check(field.Name)?.Message ?? (file.Size > field.Max ? $"At most {Megabytes(field.Max.Value)} MB." : null),
    };

    private static string? Choice(FormField field, Answer answer)
    {
        var unknown = answer.Choices.OrEmpty().FirstOrDefault(c => field.Options.OrEmpty().All(o => o.Value != c));
        return answer.Choices.IsDefaultOrEmpty ? "Choose one of the answers."
            : unknown is not null ? $"'{unknown}' is not one of the answers."
            : answer.Choices.Length > 1 && !field.Multiple ? "Choose one answer only."
            : null;
    }

    private static string? Range(FormField field, decimal number) =>
        number < field.Min ? $"At least {field.Min.Value.ToString(CultureInfo.InvariantCulture)}."
        : number > field.Max ? $"At most {field.Max.Value.ToString(CultureInfo.InvariantCulture)}."
        : null;

    private static string Megabytes(decimal bytes) => (bytes / 1_000_000m).ToString("0.#", CultureInfo.InvariantCulture);

    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.CultureInvariant, PatternLimit);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>What is wrong with a form itself; null when nothing is.</summary>
    internal static string? CheckForm(TaskForm? form)
    {
        foreach (var (i, field) in (form?.Fields).GetValueOrDefault().OrEmpty().Index())
        {
            var wrong = field.Name.Length == 0 || field.Label.Length == 0 ? "needs a name and a label"
                : form!.Fields.Take(i).Any(f => f.Name == field.Name) ? "is there twice"
                : field.Kind == FieldKind.Choice && field.Options.IsDefaultOrEmpty ? "is a choice without options"
                : field.Pattern is { } pattern && !IsPattern(pattern) ? "has a pattern that is not a regular expression"
                : null;
            if (wrong is not null)
            {
                return $"Field {i + 1} ('{field.Name}') {wrong}.";
            }
        }

        return null;
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, PatternLimit);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
