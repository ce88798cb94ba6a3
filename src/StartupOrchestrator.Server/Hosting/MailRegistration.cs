using System.Security.Cryptography;
using StartupOrchestrator.Correspondence.Delivery;
using StartupOrchestrator.Correspondence.Links;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Mail.Smtp;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Hosting.Secrets;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>
/// Registers mail and calendar. Without a mail server mails are written to the folder <c>mail</c> in the data folder.
/// The section <c>Mail</c> of the configuration names a server: Host, Port, Security (StartTls, Implicit, None), User,
/// Password, AuthorityFile, From, PublicAddress, TrainingAllowList,
/// WorkflowRecipients (addresses and domains that workflows may write to), LinkKey (base64, instead of the one that the product makes).
/// </summary>
internal static class MailRegistration
{
    /// <summary>Adds the handlers of outgoing mail.</summary>
    /// <exception cref="ConfigurationMistakeException">The section cannot work.</exception>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, ProductOptions options)
    {
        var section = configuration.GetSection("Mail");
        var smtp = SmtpOf(section);
        string[] mistakes = [.. Mistakes(section, smtp)];
        if (mistakes.Length > 0)
        {
            throw new ConfigurationMistakeException(mistakes);
        }

        return services.AddCorrespondence(sp => OptionsOf(section, smtp, options, sp.GetRequiredService<IStorage>().Nature), sp => KeyOf(section, options, sp.GetRequiredService<IStorage>()), _ => OtherClient(smtp));
    }

    private static MailOptions OptionsOf(IConfigurationSection section, SmtpOptions? smtp, ProductOptions options, DatabaseNature nature) => new()
    {
        FromAddress = section["From"] ?? "start-up@localhost",
        PublicAddress = new Uri(section["PublicAddress"] ?? options.Urls.Split(';')[0].Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal)),
        PickupFolder = options.InMemory ? null : Path.Combine(options.DataPath, "mail"),
        Smtp = smtp,
        Nature = nature,
        TrainingAllowList = section["TrainingAllowList"]?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [],
        WorkflowRecipients = section["WorkflowRecipients"]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
    };

    private static SmtpOptions? SmtpOf(IConfigurationSection section) => section["Host"] is not { Length: > 0 } host ? null : new SmtpOptions
    {
        Host = host,
        Port = section.GetValue("Port", 587),
        Security = section.GetValue("Security", SmtpSecurity.StartTls),
        User = section["User"],
        Password = section["Password"],
        AuthorityFile = section["AuthorityFile"],
    };

    private static TaskLinkKey KeyOf(IConfigurationSection section, ProductOptions options, IStorage storage) =>
        section["LinkKey"] is { Length: > 0 } given ? new TaskLinkKey(Convert.FromBase64String(given))
        : options.InMemory ? new TaskLinkKey(RandomNumberGenerator.GetBytes(32))
        : storage.Secrets is { } secrets ? new TaskLinkKey(SharedKeys.Keep(secrets, "task-links", Path.Combine(options.DataPath, "keys", "task-links.key")))
        : TaskLinkKey.InFolder(Path.Combine(options.DataPath, "keys"));

    private static IEnumerable<string> Mistakes(IConfigurationSection section, SmtpOptions? smtp)
    {
        if (smtp is not null && !Mailbox.TryCreate(null, section["From"], out _))
        {
            yield return "Mail:From: name the address from which mails leave, for example start-up@example.org.";
        }

        if (smtp is { Security: SmtpSecurity.None, User: not null })
        {
            yield return "Mail:Security: a password is never sent in clear text. Choose StartTls or Implicit, or leave out Mail:User.";
        }

        if (section["PublicAddress"] is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            yield return $"Mail:PublicAddress: '{address}' is not an address. Write for example https://startup.example.org.";
        }
    }

#if MAILKIT
    private static StartupOrchestrator.MailKit.MailKitTransport? OtherClient(SmtpOptions? smtp) => smtp is null ? null : new(smtp);
#else
    private static IMailTransport? OtherClient(SmtpOptions? smtp) => null;
#endif
}
