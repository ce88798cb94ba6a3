namespace StartupOrchestrator.Storage.Sqlite;

/// <summary>
/// The folder that belongs to one process at a time. The lock is the operating system's and ends with the process,
/// however it ends; the owner's address beside it lets others talk to the owner instead.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private const string LockName = "owner.lock";
    private const string UrlName = "owner.url";
    private readonly FileStream held;

    private DataFolder(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>Takes the folder.</summary>
    /// <exception cref="DataFolderInUseException">Another process has it.</exception>
    public static DataFolder Take(string path, string? ownerUrl = null)
    {
        var full = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(full);
        FileStream held;
        try
        {
            held = new FileStream(System.IO.Path.Combine(full, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new DataFolderInUseException(full, ReadUrl(full), e);
        }

        var folder = new DataFolder(full, held);
        folder.Announce(ownerUrl);
        return folder;
    }

    /// <summary>The address of the process that owns a folder now; null when nobody does, empty when it has no address.</summary>
    public static string? OwnerOf(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (!File.Exists(System.IO.Path.Combine(full, LockName)))
        {
            return null;
        }

        try
        {
            using var free = new FileStream(System.IO.Path.Combine(full, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return null;
        }
        catch (IOException)
        {
            return ReadUrl(full) ?? "";
        }
    }

    /// <summary>Says where the owner can be reached, once it knows.</summary>
    public void Announce(string? ownerUrl)
    {
        var file = System.IO.Path.Combine(Path, UrlName);
        if (ownerUrl is null)
        {
            File.Delete(file);
        }
        else
        {
            File.WriteAllText(file, ownerUrl);
        }
    }

    /// <summary>Gives the folder up.</summary>
    public void Dispose()
    {
        Announce(null);
        held.Dispose();
    }

    private static string? ReadUrl(string full)
    {
        var file = System.IO.Path.Combine(full, UrlName);
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }
}

/// <summary>Another process owns the data folder.</summary>
public sealed class DataFolderInUseException(string path, string? ownerUrl, Exception inner)
    : IOException($"The data folder {path} is in use by another process{(ownerUrl is null ? "" : $" at {ownerUrl}")}. Talk to that one, or stop it first.", inner)
{
    /// <summary>Where the owner can be reached; null when it did not say.</summary>
    public string? OwnerUrl { get; } = ownerUrl;
}
