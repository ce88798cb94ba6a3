using System.Text;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Runtime.Relays;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Crash.Mails;

/// <summary>A mail server that keeps what it took, also when the sender dies before it notes so.</summary>
/// <remarks>One file a process: appending is seek and write here, so that two processes at one file would overwrite each other.</remarks>
internal sealed class MailFile(string path) : IEffectHandler
{
    private readonly string own = $"{path}.{Environment.ProcessId}";

    public string Target => OutboxTargets.Mail;

    public Task<bool> DeliverAsync(PendingMessage message, CancellationToken cancellationToken)
    {
        lock (this)
        {
            using var file = new FileStream(own, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            file.Write(Encoding.ASCII.GetBytes($"{message.Id}\n"));
        }

        return Task.FromResult(true);
    }
}
