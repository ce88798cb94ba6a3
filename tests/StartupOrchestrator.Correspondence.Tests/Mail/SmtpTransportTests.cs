using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Mail.Smtp;

namespace StartupOrchestrator.Correspondence.Tests.Mail;

public sealed class SmtpTransportTests
{
    [Fact]
    public async Task Message_taken_by_the_server_is_sent()
    {
        await using var server = new ScriptedServer(Friendly);
        var outcome = await SendAsync(server);

        Assert.Equal("250 taken as 7", Assert.IsType<MailOutcome.Sent>(outcome).Detail);
        Assert.Contains("MAIL FROM:<startup@example.org>", server.Lines);
        Assert.Equal("RCPT TO:<jan@site.example>", Assert.Single(server.Lines, l => l.StartsWith("RCPT", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 no such user")]
    [InlineData("END", "554 we do not want this")]
    public async Task Receiver_refused_for_good_is_told_and_not_tried_again(string at, string reply)
    {
        await using var server = new ScriptedServer(line => line.StartsWith(at, StringComparison.Ordinal) ? reply : Friendly(line));

        Assert.Equal(reply, Assert.IsType<MailOutcome.Refused>(await SendAsync(server)).Reason);
    }

    [Theory]
    [InlineData("HELLO", "554 go away")]
    [InlineData("EHLO", "421 busy")]
    [InlineData("MAIL", "550 sender unknown")]
    [InlineData("RCPT", "451 greylisted")]
    [InlineData("DATA", "452 disk full")]
    [InlineData("END", "451 try later")]
    [InlineData("END", null)]
    [InlineData("RCPT", null)]
    [InlineData("EHLO", "hello there")]
    public async Task Anything_that_may_pass_later_is_delayed(string at, string? reply)
    {
        await using var server = new ScriptedServer(line => line.StartsWith(at, StringComparison.Ordinal) ? reply : Friendly(line));

        await Assert.ThrowsAsync<MailDelayedException>(() => SendAsync(server));
    }

    [Fact]
    public async Task Server_that_is_not_there_delays()
    {
        var options = new SmtpOptions { Host = "127.0.0.1", Port = 1, Security = SmtpSecurity.None };

        await Assert.ThrowsAsync<MailDelayedException>(() => new SmtpTransport(options, TimeProvider.System).SendAsync(Samples.Message(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Server_without_starttls_gets_no_mail_when_it_is_asked_for()
    {
        await using var server = new ScriptedServer(Friendly);
        var e = await Assert.ThrowsAsync<MailDelayedException>(() => SendAsync(server, SmtpSecurity.StartTls));

        Assert.Contains("STARTTLS", e.Message, StringComparison.Ordinal);
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task Password_is_never_sent_in_clear_text()
    {
        await using var server = new ScriptedServer(Friendly);
        await Assert.ThrowsAsync<MailDelayedException>(() => SendAsync(server, user: "startup"));

        Assert.DoesNotContain(server.Lines, l => l.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Relay_that_dies_between_250_and_its_own_mark_sends_the_same_message_id_again()
    {
        var dropped = 0;
        await using var server = new ScriptedServer(line => line == "END" && dropped++ == 0 ? null : Friendly(line));
        await Assert.ThrowsAsync<MailDelayedException>(() => SendAsync(server));
        await SendAsync(server);

        Assert.Equal(2, server.Messages.Count);
        Assert.All(server.Messages, m => Assert.Contains("Message-ID: <row-1@example.org>\n", m, StringComparison.Ordinal));
    }

    private static string? Friendly(string line) => line.Split(' ')[0] switch
    {
        "HELLO" => "220-welcome\r\n220 ready",
        "EHLO" => "250-host\r\n250 8BITMIME",
        "DATA" => "354 go on",
        "END" => "250 taken as 7",
        "QUIT" => null,
        _ => "250 ok",
    };

    private static Task<MailOutcome> SendAsync(ScriptedServer server, SmtpSecurity security = SmtpSecurity.None, string? user = null) =>
        new SmtpTransport(new SmtpOptions { Host = "127.0.0.1", Port = server.Port, Security = security, User = user, Password = "secret" }, TimeProvider.System)
            .SendAsync(Samples.Message(), TestContext.Current.CancellationToken);
}
