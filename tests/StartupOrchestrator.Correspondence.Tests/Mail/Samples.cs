using NodaTime;
using StartupOrchestrator.Correspondence.Mail;

namespace StartupOrchestrator.Correspondence.Tests.Mail;

internal static class Samples
{
    public static MailMessage Message(string subject = "ONC-301, PL-04: CV of the PI", string receiverName = "Dr. Jan Wierzba", string id = "row-1@example.org") =>
        new(id, Mailbox.Create("Marta Zielak, ONC-301 start-up", "startup@example.org"), Mailbox.Create(receiverName, "jan@site.example"),
            subject, "Hello\n.hidden dot\nZażółć gęślą jaźń, Grüße\n", "<p>Hello = world</p>\n", Instant.FromUtc(2026, 11, 24, 7, 30))
        {
            Thread = "thread.task.t1@example.org",
        };
}
