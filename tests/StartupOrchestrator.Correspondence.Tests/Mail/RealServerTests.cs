using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Mail.Smtp;

namespace StartupOrchestrator.Correspondence.Tests.Mail;

public sealed class RealServerTests
{
    [Fact]
    public async Task Real_server_receives_exactly_one_receiver_and_our_bytes()
    {
        using var server = RealServer.Start();
        var fuzz = new FuzzText();
        var transport = new SmtpTransport(new SmtpOptions { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None }, TimeProvider.System);
        for (var i = 0; i < 50; i++)
        {
            var outcome = await transport.SendAsync(Samples.Message(fuzz.Next(), fuzz.Next(), $"row-{i}@example.org") with { Text = ".\n..\n" + fuzz.Next() }, TestContext.Current.CancellationToken);
            Assert.IsType<MailOutcome.Sent>(outcome);
        }

        Assert.Equal(50, server.Mails.Count);
        Assert.All(server.Mails, m => Assert.StartsWith("startup@example.org jan@site.example\r\n", m, StringComparison.Ordinal));
        Assert.All(server.Mails, m => Assert.DoesNotContain("\nBcc:", m[..m.IndexOf("\r\n\r\n", StringComparison.Ordinal)], StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Starttls_works_with_a_certificate_of_the_house_and_with_no_other()
    {
        var folder = Directory.CreateTempSubdirectory("cert").FullName;
        var (authority, server) = Certificates(folder);
        using var peer = RealServer.Start(server);
        var options = new SmtpOptions { Host = "localhost", Port = peer.Port, Security = SmtpSecurity.StartTls };

        await Assert.ThrowsAsync<MailDelayedException>(() => new SmtpTransport(options, TimeProvider.System).SendAsync(Samples.Message(), TestContext.Current.CancellationToken));
        Assert.Empty(peer.Mails);
        var outcome = await new SmtpTransport(options with { AuthorityFile = authority }, TimeProvider.System).SendAsync(Samples.Message(), TestContext.Current.CancellationToken);

        Assert.IsType<MailOutcome.Sent>(outcome);
        Assert.Single(peer.Mails);
        Directory.Delete(folder, recursive: true);
    }

    private static (string Authority, string Server) Certificates(string folder)
    {
        using var caKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var caRequest = new CertificateRequest("CN=House authority", caKey, HashAlgorithmName.SHA256);
        caRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var ca = caRequest.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(ca, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1), [1, 2, 3]);
        var authorityFile = Path.Combine(folder, "ca.pem");
        var serverFile = Path.Combine(folder, "server.pem");
        File.WriteAllText(authorityFile, ca.ExportCertificatePem());
        File.WriteAllText(serverFile, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        return (authorityFile, serverFile);
    }
}
