namespace StartupOrchestrator.Correspondence.Mail.Smtp;

/// <summary>The mail server to hand mails to.</summary>
public sealed record SmtpOptions
{
    /// <summary>Host name; also the name that its certificate must bear.</summary>
    public required string Host { get; init; }

    /// <summary>Port: 587 (submission) unless told otherwise.</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the connection is protected.</summary>
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>Account; null: no authentication.</summary>
    public string? User { get; init; }

    /// <summary>Its password; never logged.</summary>
    public string? Password { get; init; }

    /// <summary>PEM file of the authority that signed the server's certificate, where it is one of the house; null: the system's authorities.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>Longest time for one message.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Name given in EHLO.</summary>
    public string ClientName { get; init; } = "localhost";
}

/// <summary>Protection of a connection to a mail server.</summary>
public enum SmtpSecurity
{
    /// <summary>Clear text, for a server on the same machine. A password is refused.</summary>
    None,

    /// <summary>STARTTLS, required: a server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>TLS from the first byte (port 465).</summary>
    Implicit,
}
