using System.Globalization;
using StartupOrchestrator.Correspondence.Delivery;
using StartupOrchestrator.Domain.Tasks;

namespace StartupOrchestrator.Server.Features.TaskPages.Visit;

/// <summary>Answers as people read them.</summary>
internal static class AnswerWords
{
    /// <summary>One answer in words; null when it is not answered.</summary>
    public static string? Of(TaskVisit visit, FormField field)
    {
        return visit.Answers.TryGetValue(field.Name, out var answer) ? TaskWords.Answer(field, answer, visit.Words, visit.Personal) : null;
    }

    /// <summary>The value as the field's input holds it, for showing it again.</summary>
    public static IReadOnlyList<string> Raw(TaskVisit visit, FormField field)
    {
        if (!visit.Answers.TryGetValue(field.Name, out var answer))
        {
            return [];
        }

        return answer.Yes is { } yes ? [yes ? "yes" : "no"]
            : answer.Number is { } number ? [number.ToString("0.############", CultureInfo.InvariantCulture)]
            : answer.Date is { } date ? [date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)]
            : answer.Text is { } text ? [visit.Text(text)]
            : answer.Choices.IsDefaultOrEmpty ? []
            : [.. answer.Choices];
    }
}
