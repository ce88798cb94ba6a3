using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Correspondence.Templates;

/// <summary>Dresses a mail: marks it where the installation is not in production, and makes the HTML and the text part.</summary>
/// <param name="services">For the component renderer.</param>
/// <param name="logs">For the component renderer.</param>
public sealed class MailRenderer(IServiceProvider services, ILoggerFactory logs)
{
    /// <summary>A renderer outside a host: the command line, tests.</summary>
    public static MailRenderer Standalone() => new(new ServiceCollection().BuildServiceProvider(), Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);

    /// <summary>The parts of a mail.</summary>
    public async Task<RenderedMail> RenderAsync(MailContent content, DatabaseNature nature, string instanceName)
    {
        var mail = Marked(content, nature, instanceName);
        await using var renderer = new HtmlRenderer(services, logs);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(MailPage.Mail)] = mail });
            return (await renderer.RenderComponentAsync<MailPage>(parameters)).ToHtmlString();
        });
        return new RenderedMail(OneLine.Of(mail.Subject, 250), MailText.Write(mail), "<!doctype html>\n" + html);
    }

    private static MailContent Marked(MailContent content, DatabaseNature nature, string instanceName)
    {
        var words = content.Language;
        return nature switch
        {
            DatabaseNature.Production => content,
            DatabaseNature.Training => Mark("mail.training"),
            DatabaseNature.Rehearsal => Mark("mail.rehearsal"),
        };

        MailContent Mark(string key) => content with
        {
            Subject = words.Text($"{key}-subject", ("subject", content.Subject)),
            InstanceMark = words.Text(key, ("instance", instanceName)),
        };
    }
}

/// <summary>The parts of a mail.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">An HTML document.</param>
public sealed record RenderedMail(string Subject, string Text, string Html);
