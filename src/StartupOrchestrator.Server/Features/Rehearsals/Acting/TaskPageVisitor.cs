using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using StartupOrchestrator.Domain.Tasks;

namespace StartupOrchestrator.Server.Features.Rehearsals.Acting;

/// <summary>A site contact who opens the link in the mail, answers screen by screen, and sends. Knows only what stands on the pages.</summary>
internal sealed partial class TaskPageVisitor(Uri server, byte[] paper)
{
    private const int MaximumScreens = 60;

    /// <summary>Answers the task behind a link.</summary>
    /// <returns>Null when it was sent; else what the last page said.</returns>
    public async Task<string?> AnswerAsync(string path, CompleteTask answer, CancellationToken cancellationToken)
    {
        // A browser of its own: somebody else's cookies would spoil the form.
        using var handler = new SocketsHttpHandler { UseCookies = true, AllowAutoRedirect = true };
        using var browser = new HttpClient(handler) { BaseAddress = server };
        var html = await ReadAsync(await browser.GetAsync(new Uri(path, UriKind.Relative), cancellationToken), cancellationToken);
        for (var screen = 0; screen < MaximumScreens; screen++)
        {
            if (AnswerForm().Match(html) is not { Success: true } form)
            {
                return Done().IsMatch(html) ? null : Heading(html);
            }

            var action = WebUtility.HtmlDecode(form.Groups["action"].Value);
            html = await PostAsync(browser, new Uri(server, action), form.Groups["body"].Value, answer, cancellationToken);
        }

        return $"the page asked more than {MaximumScreens} times";
    }

    /// <summary>Posts a form; a busy server is asked again, as a person presses the button again.</summary>
    private async Task<string> PostAsync(HttpClient browser, Uri address, string form, CompleteTask answer, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            using var content = Fill(form, answer);
            var response = await browser.PostAsync(address, content, cancellationToken);
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable || tries >= MaximumScreens)
            {
                return await ReadAsync(response, cancellationToken);
            }

            response.Dispose();
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            return await response.Content.ReadAsStringAsync(cancellationToken);
        }
    }

    private MultipartFormDataContent Fill(string form, CompleteTask answer)
    {
        var content = new MultipartFormDataContent();
        foreach (Match input in Input().Matches(form))
        {
            var tag = input.Value;
            var name = Attribute(tag, "name");
            if (name is null)
            {
                continue;
            }

            if (Attribute(tag, "type") == "hidden")
            {
                content.Add(new StringContent(Attribute(tag, "value") ?? ""), name);
            }
            else if (Attribute(tag, "type") is "radio" or "checkbox")
            {
                if (Chosen(name, answer).Contains(Attribute(tag, "value")))
                {
                    content.Add(new StringContent(Attribute(tag, "value")!), name);
                }
            }
            else if (Attribute(tag, "type") == "file")
            {
                if (Find(name, answer)?.File is not null)
                {
                    content.Add(new ByteArrayContent(paper), name, "paper.pdf");
                }
            }
            else if (Chosen(name, answer) is [var text, ..])
            {
                content.Add(new StringContent(text ?? ""), name);
            }
        }

        return content;
    }

    private static Answer? Find(string name, CompleteTask answer) =>
        name.StartsWith("a.", StringComparison.Ordinal) && answer.Answers is { } answers ? answers.GetValueOrDefault(name[2..]) : null;

    private static IReadOnlyList<string?> Chosen(string name, CompleteTask answer)
    {
        if (name == "outcome")
        {
            return [answer.Outcome];
        }

        return Find(name, answer) switch
        {
            null => [],
            { Yes: { } yes } => [yes ? "yes" : "no"],
            { Number: { } number } => [number.ToString(CultureInfo.InvariantCulture)],
            { Date: { } date } => [date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)],
            { Text: { } text } => [text.Id],
            { Choices: { IsDefaultOrEmpty: false } choices } => [.. choices],
            _ => [],
        };
    }

    private static string? Attribute(string tag, string name)
    {
        var match = Regex.Match(tag, $"""\s{name}="(?<value>[^"]*)" """.TrimEnd());
        return match.Success ? WebUtility.HtmlDecode(match.Groups["value"].Value) : null;
    }

    private static string Heading(string html) =>
        Title().Match(html) is { Success: true } title ? WebUtility.HtmlDecode(Tag().Replace(title.Groups["text"].Value, " ")).Trim() : "an unknown page";

    [GeneratedRegex("""<form\s[^>]*method="post"[^>]*action="(?<action>[^"]*/(?:save|send)[^"]*)"[^>]*>(?<body>.*?)</form>""", RegexOptions.Singleline)]
    private static partial Regex AnswerForm();

    [GeneratedRegex("<(?:input|textarea|select)\\b[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Input();

    [GeneratedRegex("<h1[^>]*>(?<text>.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex Title();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("<h1 class=\"head\"><span class=\"ok\">")]
    private static partial Regex Done();
}
