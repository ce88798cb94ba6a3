using System.Text;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Mail.Mime;

namespace StartupOrchestrator.Correspondence.Tests.Mail;

public sealed class HeaderFuzzTests
{
    private static readonly string[] Expected =
    [
        "Date", "From", "To", "Subject", "Message-ID", "In-Reply-To", "References", "Auto-Submitted", "X-Auto-Response-Suppress", "Content-Language", "MIME-Version", "Content-Type",
    ];

    [Fact]
    public void Headers_from_5000_hostile_names_subjects_and_addresses_add_nothing_to_the_message()
    {
        var fuzz = new FuzzText();
        for (var i = 0; i < 5000; i++)
        {
            var address = fuzz.Below(3) == 0 ? fuzz.Next() : $"\"{fuzz.Next(4)}\"@{fuzz.Next(3)}";
            if (Mailbox.TryCreate(fuzz.Next(), address, out var strange))
            {
                Assert.Matches(@"\A[\x21-\x7e]+@[a-z0-9.-]+\z", strange.Address);
                Assert.DoesNotContain(strange.Address, c => c is '<' or '>' or ',' or ';' or ':' or '"' or '\\' or '(' or ')');
            }

            var message = Samples.Message(fuzz.Next(), fuzz.Next()) with
            {
                From = Mailbox.Create(fuzz.Next(), "startup@example.org"),
                Text = fuzz.Next(),
                Html = fuzz.Next(),
                Language = fuzz.Next(3),
                Attachments = fuzz.Below(4) == 0 ? [new MailAttachment(fuzz.Next(), fuzz.Next(), new byte[] { 1, 2, 3 })] : [],
            };
            var bytes = MimeWriter.Write(message);
            var headers = RawHeaders.Of(bytes);

            Assert.True(Expected.SequenceEqual(headers.All.Select(h => h.Key)), $"seed {fuzz.Seed}, round {i}: {string.Join(", ", headers.All.Select(h => h.Key))}");
            Assert.EndsWith("<jan@site.example>", headers.Single("To"), StringComparison.Ordinal);
            Assert.DoesNotContain("evil@", headers.Single("To"), StringComparison.Ordinal);
            var text = Encoding.ASCII.GetString(bytes);
            Assert.True(text.Split("\r\n").All(line => line.Length <= 200 && line.AsSpan().IndexOfAny('\r', '\n') < 0 && line != "."), $"seed {fuzz.Seed}, round {i}");
        }
    }
}
