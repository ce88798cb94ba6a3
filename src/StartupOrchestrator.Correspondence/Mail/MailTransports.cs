using StartupOrchestrator.Correspondence.Mail.Pickup;
using StartupOrchestrator.Correspondence.Mail.Smtp;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Correspondence.Mail;

/// <summary>Chooses the way out; the only place that does, so that no dry run can ever reach a mail server.</summary>
public static class MailTransports
{
    /// <summary>The transport for an installation.</summary>
    /// <param name="options">Its settings.</param>
    /// <param name="time">Clock of time limits.</param>
    /// <param name="server">Another client for a mail server than ours, if the host has one; used only where a server may be used.</param>
    public static IMailTransport Choose(MailOptions options, TimeProvider time, IMailTransport? server = null)
    {
        IMailTransport folder = options.PickupFolder is { } path ? new PickupFolderTransport(path) : new MemoryTransport();
        var way = server ?? (options.Smtp is { } smtp ? new SmtpTransport(smtp, time) : folder);
        return options.Nature switch
        {
            DatabaseNature.Production => way,
            // Nobody is written to from the pickup folder: there the list would only hide mails from whoever practises.
            DatabaseNature.Training => way == folder ? way : new AllowListTransport(way, options.TrainingAllowList),
            DatabaseNature.Rehearsal => folder,
        };
    }
}
