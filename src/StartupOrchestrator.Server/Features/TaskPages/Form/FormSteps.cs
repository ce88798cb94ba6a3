using System.Collections.Immutable;
using StartupOrchestrator.Domain.Tasks;

namespace StartupOrchestrator.Server.Features.TaskPages.Form;

/// <summary>The screens of a form: one question each, unless the form puts several on one step.</summary>
internal static class FormSteps
{
    /// <summary>The questions, screen by screen, in the order in which each screen is first named.</summary>
    public static ImmutableArray<ImmutableArray<FormField>> Of(TaskForm? form)
    {
        var steps = new List<List<FormField>>();
        var byNumber = new Dictionary<int, List<FormField>>();
        foreach (var field in form is null || form.Fields.IsDefault ? [] : form.Fields)
        {
            if (field.Step > 0 && byNumber.TryGetValue(field.Step, out var shared))
            {
                shared.Add(field);
                continue;
            }

            var screen = new List<FormField> { field };
            steps.Add(screen);
            if (field.Step > 0)
            {
                byNumber[field.Step] = screen;
            }
        }

        return [.. steps.Select(s => s.ToImmutableArray())];
    }

    /// <summary>First screen with a question that is not answered, from 0; the number of screens when all are.</summary>
    public static int FirstOpen(ImmutableArray<ImmutableArray<FormField>> steps, IReadOnlyDictionary<string, Answer> answers)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i].Any(f => f.Required && !answers.ContainsKey(f.Name)) || steps[i].All(f => !answers.ContainsKey(f.Name)))
            {
                return i;
            }
        }

        return steps.Length;
    }
}
