using System.Net;
using StartupOrchestrator.Domain.Tasks;

namespace StartupOrchestrator.Server.Tests.TaskPages;

public sealed class TaskPageFlowTests
{
    public static readonly byte[] Pdf = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"u8.ToArray();

    [Fact]
    public async Task Visitor_answers_question_by_question_checks_sends_and_gets_a_receipt()
    {
        await using var scene = await TaskScene.StartAsync();
        var link = scene.Link;

        var first = await scene.GetAsync(link);
        Assert.StartsWith("<!doctype html>", first.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Are you still the principal investigator?", first.Html, StringComparison.Ordinal);
        Assert.Contains("Question 1 of 4", first.Html, StringComparison.Ordinal);
        Assert.Equal($"{link}?step=2", (await scene.SubmitAsync(link, $"{link}/save?step=1", ("a.stillPi", "yes"))).Location?.OriginalString);
        Assert.Equal($"{link}?step=3", (await scene.SubmitAsync($"{link}?step=2", $"{link}/save?step=2", ("a.visitDay", "d2"))).Location?.OriginalString);
        Assert.Equal($"{link}?step=4", (await scene.SubmitAsync($"{link}?step=3", $"{link}/save?step=3", ("a.beds", "24,5"), ("a.since", "2001-02-03"), ("a.remark", "Lift is <b>broken</b>"))).Location?.OriginalString);
        Assert.Contains("Send the laboratory certificate", (await scene.GetAsync(link)).Html, StringComparison.Ordinal);
        Assert.Equal($"{link}/check", (await scene.SubmitAsync($"{link}?step=4", $"{link}/save?step=4", ("a.labCert", ("lab-cert.pdf", Pdf)))).Location?.OriginalString);

        var check = await scene.GetAsync($"{link}/check");
        string[] shown = ["Yes", "Thursday, 28-Jan-2027, 09:00 to 15:00", "24.5", "Saturday, 03-Feb-2001", "Lift is <b>broken</b>", "lab-cert.pdf, 1 KB"];
        Assert.All(shown, s => Assert.Contains(s, check.Html, StringComparison.Ordinal));
        var done = await scene.SubmitAsync($"{link}/check", $"{link}/send");

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("Thank you, we have your answers", done.Html, StringComparison.Ordinal);
        var state = await scene.StateAsync();
        Assert.Equal(StartupTaskStatus.Done, state.Status);
        Assert.Equal("p1", state.End?.By);
        Assert.Equal("Lift is <b>broken</b>", await scene.PersonalAsync(state.Answers["remark"].Text!));
        Assert.Equal("lab-cert.pdf", await scene.PersonalAsync(state.Answers["labCert"].File!.Name));
        Assert.Equal("application/pdf", state.Answers["labCert"].File!.MediaType);
    }

    [Fact]
    public async Task Text_of_a_visitor_is_shown_as_text()
    {
        await using var scene = await TaskScene.StartAsync();
        await scene.SubmitAsync($"{scene.Link}?step=3", $"{scene.Link}/save?step=3", ("a.beds", "3"), ("a.remark", "</textarea><script>alert(1)</script>"));

        var raw = await scene.Http.GetStringAsync($"{scene.Link}?step=3", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("<script", raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;/textarea&gt;&lt;script&gt;", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_values_are_named_beside_their_field_and_nothing_is_lost()
    {
        await using var scene = await TaskScene.StartAsync();
        var answer = await scene.SubmitAsync($"{scene.Link}?step=3", $"{scene.Link}/save?step=3", ("a.beds", "many"), ("a.since", "2027-05-05"), ("a.remark", "Please call first"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        string[] shown = ["Please write a number", "up to 31-Dec-2026", "value=\"many\"", "Please call first", "2 answers need your attention"];
        Assert.All(shown, s => Assert.Contains(s, answer.Html, StringComparison.Ordinal));
        Assert.Equal(["remark"], (await scene.StateAsync()).Answers.Keys);
    }

    [Fact]
    public async Task Sending_before_all_required_questions_are_answered_says_which_are_missing()
    {
        await using var scene = await TaskScene.StartAsync();
        var answer = await scene.SubmitAsync($"{scene.Link}/check", $"{scene.Link}/send");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Not answered yet", answer.Html, StringComparison.Ordinal);
        Assert.NotEqual(StartupTaskStatus.Done, (await scene.StateAsync()).Status);
    }

    [Fact]
    public async Task Task_without_questions_is_done_by_one_decision()
    {
        await using var scene = await TaskScene.StartAsync(formless: true, outcomes: [new TaskOutcome("Yes", "We take part"), new TaskOutcome("No", "We do not take part")]);
        Assert.Contains("We take part", (await scene.GetAsync(scene.Link)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await scene.SubmitAsync(scene.Link, $"{scene.Link}/send")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await scene.SubmitAsync(scene.Link, $"{scene.Link}/send", ("outcome", "Maybe"))).Status);

        var done = await scene.SubmitAsync(scene.Link, $"{scene.Link}/send", ("outcome", "No"));

        Assert.Contains("We do not take part", done.Html, StringComparison.Ordinal);
        Assert.Equal("No", (await scene.StateAsync()).End?.Outcome);
    }

    [Fact]
    public async Task Form_pressed_twice_is_one_command()
    {
        await using var scene = await TaskScene.StartAsync();
        var hidden = TaskScene.Hidden((await scene.GetAsync($"{scene.Link}/ask")).Html);
        await scene.PostAsync($"{scene.Link}/ask", hidden, ("text", "Which form?"));
        await scene.PostAsync($"{scene.Link}/ask", hidden, ("text", "Which form?"));

        Assert.Single((await scene.StateAsync()).Questions);
    }

    [Fact]
    public async Task Question_goes_to_the_task_and_its_answer_is_shown_on_the_page()
    {
        await using var scene = await TaskScene.StartAsync();
        var asked = await scene.SubmitAsync($"{scene.Link}/ask", $"{scene.Link}/ask", ("text", "Which CV form?\nOurs is old."));
        Assert.Contains("Your question is on its way", asked.Html, StringComparison.Ordinal);
        Assert.Contains("Which CV form?\nOurs is old.", (await scene.GetAsync(scene.Link)).Html, StringComparison.Ordinal);

        var reply = ((Commands.PersonalSealer)scene.Server.App.Services.GetService(typeof(Commands.PersonalSealer))!).Seal("reply", "answer", "Any signed form.", null);
        await scene.TellAsync(TaskScene.Task, new ReplyToQuestion(reply.Ref), personal: [reply]);

        Assert.Contains("Any signed form.", (await scene.GetAsync(scene.Link)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_me_and_pass_on_tell_staff_who_should_have_it()
    {
        await using var scene = await TaskScene.StartAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await scene.SubmitAsync($"{scene.Link}/pass-on", $"{scene.Link}/pass-on", ("text", " "))).Status);
        await scene.SubmitAsync($"{scene.Link}/pass-on", $"{scene.Link}/pass-on", ("text", "Alicja Nowik, alicja@site.example"));

        var state = await scene.StateAsync();
        Assert.Equal("p1", state.DeclinedBy);
        Assert.Equal("Alicja Nowik, alicja@site.example", await scene.PersonalAsync(state.Forward!));
    }

    [Fact]
    public async Task Reminder_on_another_day_is_kept_and_a_day_in_the_past_refused()
    {
        await using var scene = await TaskScene.StartAsync();
        var tomorrow = DateTimeOffset.UtcNow.AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await scene.SubmitAsync($"{scene.Link}/later", $"{scene.Link}/later", ("day", "2020-01-01"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await scene.SubmitAsync($"{scene.Link}/later", $"{scene.Link}/later", ("day", "other"), ("date", ""))).Status);
        var answer = await scene.SubmitAsync($"{scene.Link}/later", $"{scene.Link}/later", ("day", "other"), ("date", tomorrow));

        Assert.Contains("We will remind you", answer.Html, StringComparison.Ordinal);
        Assert.NotNull((await scene.StateAsync()).LaterOn);
    }

    [Fact]
    public async Task Page_speaks_the_language_that_is_chosen_and_keeps_it()
    {
        await using var scene = await TaskScene.StartAsync();
        var page = await scene.GetAsync($"{scene.Link}?lang=de");

        Assert.Contains("Speichern und weiter", page.Html, StringComparison.Ordinal);
        Assert.Contains($"{scene.Link}/save?step=1&lang=de", page.Html, StringComparison.Ordinal);
        Assert.Contains(">English</a>", page.Html, StringComparison.Ordinal);
    }
}
