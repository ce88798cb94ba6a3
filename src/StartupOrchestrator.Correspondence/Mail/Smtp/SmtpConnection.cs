using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace StartupOrchestrator.Correspondence.Mail.Smtp;

/// <summary>Commands and replies of one SMTP session (RFC 5321).</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private const int LineLimit = 2000;
    private const int LinesLimit = 100;

    private readonly byte[] buffer = new byte[4096];
    private readonly TcpClient client;
    private Stream stream;
    private int start;
    private int end;

    private SmtpConnection(TcpClient client)
    {
        this.client = client;
        stream = client.GetStream();
    }

    /// <summary>Opens a connection; the greeting is not read yet.</summary>
    public static async Task<SmtpConnection> OpenAsync(string host, int port, CancellationToken cancellationToken)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(host, port, cancellationToken);
            return new SmtpConnection(client);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Turns to TLS and checks the certificate against the host's name.</summary>
    public async Task SecureAsync(string host, string? authorityFile, CancellationToken cancellationToken)
    {
        // Bytes that came before the handshake were not protected: somebody put words into the server's mouth.
        if (start != end)
        {
            throw new IOException("The mail server sent data between STARTTLS and the handshake; the connection was closed.");
        }

        var secure = new SslStream(stream);
        await secure.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = host, CertificateChainPolicy = authorityFile is null ? null : Trusting(authorityFile) }, cancellationToken);
        stream = secure;
    }

    /// <summary>Sends one command line and reads the reply.</summary>
    public async Task<SmtpReply> CommandAsync(string line, CancellationToken cancellationToken)
    {
        if (line.Any(c => c is < ' ' or > '~'))
        {
            throw new FormatException("An SMTP command must be one line of printable ASCII.");
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        return await ReplyAsync(cancellationToken);
    }

    /// <summary>Sends the message after a 354 and reads the reply; lines that begin with a dot are stuffed.</summary>
    public async Task<SmtpReply> DataAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        using var stuffed = new MemoryStream(message.Length + 64);
        var atStart = true;
        foreach (var value in message.Span)
        {
            if (atStart && value == (byte)'.')
            {
                stuffed.WriteByte((byte)'.');
            }

            stuffed.WriteByte(value);
            atStart = value == (byte)'\n';
        }

        stuffed.Write(atStart ? ".\r\n"u8 : "\r\n.\r\n"u8);
        stuffed.Position = 0;
        await stuffed.CopyToAsync(stream, cancellationToken);
        await stream.FlushAsync(cancellationToken);
        return await ReplyAsync(cancellationToken);
    }

    /// <summary>Reads a reply of one or more lines.</summary>
    public async Task<SmtpReply> ReplyAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (lines.Count < LinesLimit)
        {
            var line = await LineAsync(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), System.Globalization.NumberStyles.None, null, out var code))
            {
                throw new IOException("The mail server answered something that is not SMTP.");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new IOException("The mail server's answer does not end.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        client.Dispose();
    }

    private static X509ChainPolicy Trusting(string authorityFile)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(authorityFile);
        return policy;
    }

    private async Task<string> LineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (line.Length < LineLimit)
        {
            if (start == end)
            {
                start = 0;
                end = await stream.ReadAsync(buffer, cancellationToken);
                if (end == 0)
                {
                    throw new IOException("The mail server closed the connection.");
                }
            }

            var value = buffer[start++];
            if (value == (byte)'\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)value);
        }

        throw new IOException("The mail server sent a line that is too long.");
    }
}

/// <summary>A reply.</summary>
/// <param name="Code">Three digits.</param>
/// <param name="Lines">The texts.</param>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>2xx.</summary>
    public bool Positive => Code is >= 200 and < 300;

    /// <summary>5xx: the same will never work.</summary>
    public bool Permanent => Code is >= 500 and < 600;

    /// <summary>Code and text on one line, for people.</summary>
    public string Shown => OneLine.Of($"{Code} {string.Join(' ', Lines)}", 300);
}
