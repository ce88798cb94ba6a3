using System.Security.Cryptography;
using System.Text;
using StartupOrchestrator.Correspondence.Mail.Mime;

namespace StartupOrchestrator.Correspondence.Mail.Pickup;

/// <summary>
/// Writes each mail as an .eml file, which every mail program opens. The file's name follows from the Message-ID, so a
/// repeated sending replaces its own file.
/// </summary>
/// <param name="folder">Created when it is not there.</param>
public sealed class PickupFolderTransport(string folder) : IMailTransport
{
    /// <inheritdoc/>
    public string Name => "pickup folder";

    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, FileName(message));
        try
        {
            Directory.CreateDirectory(folder);
            var part = path + ".part";
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(MimeWriter.Write(message), cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailDelayedException($"The mail could not be written to the pickup folder {folder}: {e.Message}", e);
        }

        return new MailOutcome.Sent(Path.GetFileName(path));
    }

    /// <summary>The file's name: a part of the hash of the Message-ID.</summary>
    public static string FileName(MailMessage message) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.MessageId)))[..24]}.eml";
}
