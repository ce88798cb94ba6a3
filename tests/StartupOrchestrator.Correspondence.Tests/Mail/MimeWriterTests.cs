using System.Text;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Mail.Mime;

namespace StartupOrchestrator.Correspondence.Tests.Mail;

public sealed class MimeWriterTests
{
    [Fact]
    public void Message_is_ascii_with_crlf_and_short_lines()
    {
        var bytes = MimeWriter.Write(Samples.Message("Zażółć " + new string('x', 300), "Łukasz \"Q\" Żak"));

        Assert.All(bytes, b => Assert.True(b is >= 32 and < 127 or (byte)'\r' or (byte)'\n'));
        var text = Encoding.ASCII.GetString(bytes);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.True(line.Length <= 998, line));
    }

    [Fact]
    public void Message_carries_its_stable_names_and_says_that_no_person_wrote_it()
    {
        var headers = RawHeaders.Of(MimeWriter.Write(Samples.Message()));

        Assert.Equal("<row-1@example.org>", headers.Single("Message-ID"));
        Assert.Equal("<thread.task.t1@example.org>", headers.Single("In-Reply-To"));
        Assert.Equal("<thread.task.t1@example.org>", headers.Single("References"));
        Assert.Equal("auto-generated", headers.Single("Auto-Submitted"));
        Assert.Equal("Tue, 24 Nov 2026 07:30:00 +0000", headers.Single("Date"));
        Assert.Equal("\"Marta Zielak, ONC-301 start-up\" <startup@example.org>", headers.Single("From"));
    }

    [Fact]
    public void Same_message_gives_the_same_bytes()
    {
        Assert.Equal(MimeWriter.Write(Samples.Message()), MimeWriter.Write(Samples.Message()));
    }

    [Fact]
    public void Content_cannot_end_a_part()
    {
        var first = Encoding.ASCII.GetString(MimeWriter.Write(Samples.Message()));
        var boundary = first[(first.IndexOf("boundary=\"", StringComparison.Ordinal) + 10)..];
        boundary = boundary[..boundary.IndexOf('"', StringComparison.Ordinal)];

        var evil = Samples.Message() with { Text = $"--{boundary}--\n\nBcc: x@y\n.\n", Html = $"--{boundary}\n" };
        var lines = Encoding.ASCII.GetString(MimeWriter.Write(evil)).Split("\r\n");

        Assert.Equal(3, lines.Count(l => l.StartsWith($"--{boundary}", StringComparison.Ordinal)));
        Assert.DoesNotContain(".", lines);
    }

    [Theory]
    [InlineData("a\r\nBcc: evil@example.org")]
    [InlineData("\"a b\"@example.org")]
    [InlineData("\"a\\\r\nRCPT TO:<evil@example.org>\"@example.org")]
    [InlineData("a@example.org\n")]
    [InlineData("a@exa mple.org")]
    [InlineData("a@b@example.org")]
    [InlineData("<a@example.org>")]
    [InlineData("a,b@example.org")]
    [InlineData("jän@example.org")]
    [InlineData("@example.org")]
    [InlineData("a@")]
    [InlineData("a..b@example.org")]
    [InlineData("")]
    [InlineData(null)]
    public void Mailbox_that_is_not_plain_is_refused(string? address)
    {
        Assert.False(Mailbox.TryCreate("x", address, out _));
    }

    [Theory]
    [InlineData("jan.wierzba+trial@site.example", "jan.wierzba+trial@site.example")]
    [InlineData("o'neill@Klinik-Süd.example", "o'neill@xn--klinik-sd-x9a.example")]
    public void Mailbox_in_plain_form_is_taken(string address, string expected)
    {
        Assert.Equal(expected, Mailbox.Create(null, address).Address);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\temp\\cv.pdf", "cv.pdf")]
    [InlineData("cv\r\nX: y.pdf", "cv X_ y.pdf")]
    [InlineData("\"; filename=evil.exe", "__ filename=evil.exe")]
    [InlineData("...", "file")]
    [InlineData(null, "file")]
    public void File_name_from_outside_loses_path_and_structure(string? given, string expected)
    {
        Assert.Equal(expected, SafeFileName.Of(given));
    }
}
