using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Correspondence.Delivery;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Server.Features.TaskPages.Form;
using StartupOrchestrator.Server.Features.TaskPages.Pages;
using StartupOrchestrator.Server.Features.TaskPages.Uploads;
using StartupOrchestrator.Server.Features.TaskPages.Visit;

namespace StartupOrchestrator.Server.Features.TaskPages.Acts;

/// <summary>
/// Keeps the answers of one screen. What is right is saved even when something beside it is wrong, so that nobody
/// uploads a file twice; what is wrong is shown as it was entered, with the reason beside it.
/// </summary>
internal sealed class SaveAct(UploadReader uploads, TaskDesk desk, TaskDoor door)
{
    /// <summary>Saves, and goes on to the next screen.</summary>
    public async Task<IResult> RunAsync(HttpContext http, TaskVisit visit, Posted posted)
    {
        var step = StepOf(http, visit);
        if (step < 0)
        {
            return Redirects.To(http, visit.Address("/check"));
        }

        var fields = visit.Steps[step];
        if (posted.Stale)
        {
            return Page(http, visit, step, posted, [], visit.Words["page.error.stale"], StatusCodes.Status400BadRequest);
        }

        var read = new List<(FormField Field, FieldResult Result, Upload? File)>();
        foreach (var field in fields)
        {
            read.Add(field.Kind == FieldKind.File ? await FileAsync(visit, field, posted, http.RequestAborted) : (field, FieldReader.Read(field, posted.All(TaskForms.Prefix + field.Name), visit.Words), null));
        }

        var alert = await KeepAsync(visit, posted.Id, step, read, http.RequestAborted);
        var errors = read.Where(r => r.Result.Error is not null).ToDictionary(r => r.Field.Name, r => r.Result.Error!);
        if (alert is not null || errors.Count > 0)
        {
            var status = posted.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity;
            return Page(http, With(visit, read), step, posted, errors, alert ?? visit.Words.Count("page.error.count", errors.Count), status);
        }

        return Redirects.To(http, visit.Address(step + 1 < visit.Steps.Length ? $"?step={step + 2}" : "/check"));
    }

    /// <summary>The screen that the address names, from 0; -1 when there is none.</summary>
    public static int StepOf(HttpContext http, TaskVisit visit) =>
        int.TryParse(http.Request.Query["step"], System.Globalization.NumberStyles.None, null, out var step) && step >= 1 && step <= visit.Steps.Length ? step - 1 : -1;

    private async Task<(FormField, FieldResult, Upload?)> FileAsync(TaskVisit visit, FormField field, Posted posted, CancellationToken cancellationToken)
    {
        var words = visit.Words;
        if (posted.TooLarge)
        {
            return (field, FieldResult.Wrong(words.Text("page.error.file-large", ("size", TaskWords.Size(Math.Min(UploadReader.Largest, (long)(field.Max ?? UploadReader.Largest)), words)))), null);
        }

        var file = posted.Form.Files.GetFile(TaskForms.Prefix + field.Name);
        if (file is null or { Length: 0, FileName: "" })
        {
            return (field, field.Required && !visit.Answers.ContainsKey(field.Name) ? FieldResult.Wrong(words["page.error.required"]) : FieldResult.Empty, null);
        }

        var result = await uploads.ReadAsync(field, file, words, cancellationToken);
        return (field, result.Error is { } error ? FieldResult.Wrong(error) : FieldResult.Empty, result.File);
    }

    private async Task<string?> KeepAsync(TaskVisit visit, string formId, int step, List<(FormField Field, FieldResult Result, Upload? File)> read, CancellationToken cancellationToken)
    {
        var kept = read.Where(r => r.Result.Answer is not null || r.Result.Text is not null || r.File is not null || IsTakenBack(visit, r.Field, r.Result)).ToList();
        if (kept.Count == 0)
        {
            return null;
        }

        var draft = desk.Begin(visit, formId, "save", [.. kept.SelectMany(k => new[] { k.Field.Name, k.Result.Text ?? k.File?.Sha256 ?? Shown(k.Result.Answer), k.File?.Name ?? "" })]);
        var answers = kept.ToImmutableSortedDictionary(k => k.Field.Name, k => Answer(draft, k.Field.Name, k.Result, k.File));
        return await desk.SendAsync(draft, new SaveAnswers(answers, step + 1), cancellationToken);
    }

    private static Answer Answer(TaskDesk.Draft draft, string name, FieldResult result, Upload? file) =>
        file is not null ? new Answer(File: new FileRef(file.Sha256, draft.Seal($"answers.{name}", file.Name), file.Size, file.MediaType))
        : result.Text is { } text ? new Answer(Text: draft.Seal($"answers.{name}", text))
        : result.Answer ?? new Answer();

    // An answer that was there and is now left empty; a file input is always empty when it is not used again.
    private static bool IsTakenBack(TaskVisit visit, FormField field, FieldResult result) =>
        result == FieldResult.Empty && field.Kind != FieldKind.File && visit.Answers.ContainsKey(field.Name);

    private static string Shown(Answer? answer) => answer is null ? "" : $"{string.Join('|', answer.Choices.IsDefault ? [] : answer.Choices)};{answer.Yes};{answer.Number};{answer.Date}";

    // Files that were kept are shown as received at once, without another look at the task.
    private static TaskVisit With(TaskVisit visit, List<(FormField Field, FieldResult Result, Upload? File)> read)
    {
        var answers = visit.Answers.ToDictionary();
        var personal = visit.Personal.ToDictionary();
        foreach (var (field, _, file) in read)
        {
            if (file is not null)
            {
                answers[field.Name] = new Answer(File: new FileRef(file.Sha256, new Domain.Actors.PersonalRef(file.Sha256, ""), file.Size, file.MediaType));
                personal[file.Sha256] = file.Name;
            }
        }

        return visit with { Answers = answers, Personal = personal };
    }

    private RazorComponentResult<QuestionPage> Page(HttpContext http, TaskVisit visit, int step, Posted posted, Dictionary<string, string> errors, string alert, int status)
    {
        var values = visit.Steps[step].Where(f => f.Kind != FieldKind.File && !posted.TooLarge).ToDictionary(f => f.Name, f => posted.All(TaskForms.Prefix + f.Name));
        var form = door.NewForm(http) with { Alert = alert, Errors = errors, Posted = values };
        return new RazorComponentResult<QuestionPage>(new { Visit = visit, Step = step, Form = form }) { StatusCode = status };
    }
}
