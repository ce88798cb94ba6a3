using System.Security.Cryptography;

namespace StartupOrchestrator.Correspondence.Links;

/// <summary>
/// The secret from which links are derived. It is needed only to write a link, never to check one: whoever opens a
/// link is checked against the hash in the task's state.
/// </summary>
public sealed class TaskLinkKey
{
    private const int Length = 32;

    private readonly byte[] secret;

    /// <summary>Takes a secret from the host's configuration, where several processes share a database.</summary>
    /// <param name="secret">At least 32 random bytes.</param>
    public TaskLinkKey(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < Length)
        {
            throw new ArgumentException($"The key of task links needs at least {Length} random bytes.", nameof(secret));
        }

        this.secret = secret.ToArray();
    }

    /// <summary>Reads the key file of a data folder; makes it, readable by its owner only, when it is not there.</summary>
    /// <exception cref="InvalidDataException">The file is there and is not a key: links already sent would change, so nothing is overwritten.</exception>
    public static TaskLinkKey InFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "task-links.key");
        if (!File.Exists(path))
        {
            Create(path);
        }

        var secret = File.ReadAllBytes(path);
        return secret.Length == Length
            ? new TaskLinkKey(secret)
            : throw new InvalidDataException($"{path} is not a key of {Length} bytes. Restore it from the backup, or remove it: links already sent keep working, new mails get new ones.");
    }

    /// <summary>The secret part of a link.</summary>
    internal byte[] Derive(ReadOnlySpan<byte> what) => HMACSHA256.HashData(secret, what);

    // Written aside and moved without overwriting: of two processes that start together one wins and both read the same.
    private static void Create(string path)
    {
        var part = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(part, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(part, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(part);
        }
    }
}
