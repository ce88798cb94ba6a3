using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Mail.Pickup;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Server.Commands;

namespace StartupOrchestrator.Server.Tests.TaskPages;

public sealed partial class FromMailTests
{
    [Fact]
    public async Task Link_in_the_mail_opens_the_page_and_the_receipt_follows()
    {
        await using var scene = await TaskScene.StartAsync();
        var sealer = scene.Server.App.Services.GetRequiredService<PersonalSealer>();
        SealedValue[] values = [sealer.Seal("p9", "name", "Alicja Nowik", null), sealer.Seal("p9", "email", "alicja@site.example", null)];
        await scene.TellAsync(new ActorId(ActorKind.Person, "p9"), new RegisterPerson(PersonKind.Contact, values[0].Ref, values[1].Ref, AccountHash: new string('a', 64), Language: "de"), personal: [.. values]);
        await scene.TellAsync(new ActorId(ActorKind.Task, "t9"), new CreateTask("hello", "Confirm your address", Scope.Organisation, new Assignee("SC", "p9"), OnTaskPage: true));

        var mail = await MailAsync(scene, "Confirm your address");
        var link = Link().Match(mail.Text).Value;
        var page = await scene.GetAsync(new Uri(link).PathAndQuery);
        Assert.Contains("Ja, das ist erledigt", page.Html, StringComparison.Ordinal);
        await scene.PostAsync($"{new Uri(link).AbsolutePath}/send", TaskScene.Hidden(page.Html));

        Assert.Contains("Erhalten", (await MailAsync(scene, "Erhalten")).Subject, StringComparison.Ordinal);
    }

    private static async Task<MailMessage> MailAsync(TaskScene scene, string subject)
    {
        var transport = (MemoryTransport)scene.Server.App.Services.GetRequiredService<IMailTransport>();
        while (true)
        {
            if (transport.Mails.FirstOrDefault(m => m.Subject.Contains(subject, StringComparison.Ordinal)) is { } mail)
            {
                return mail;
            }

            await scene.Server.Storage.WaitForChangeAsync(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        }
    }

    [GeneratedRegex(@"http\S+/t/\S+")]
    private static partial Regex Link();
}
