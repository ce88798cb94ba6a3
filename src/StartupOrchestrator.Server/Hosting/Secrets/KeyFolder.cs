namespace StartupOrchestrator.Server.Hosting.Secrets;

/// <summary>
/// The secrets that lie as files in the folder <c>keys</c> of a data folder, by the names that they have in a shared
/// database. The key of the anchors is not among them: it stays where backups of the database do not go.
/// </summary>
public static class KeyFolder
{
    private const string Sessions = "session-keys/";
    private static readonly (string Name, string File)[] Known = [("sealing", "sealing.key"), ("task-links", "task-links.key")];

    /// <summary>Reads them.</summary>
    public static IReadOnlyDictionary<string, byte[]> Read(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, "keys");
        var found = Known.Where(k => File.Exists(Path.Combine(folder, k.File))).ToDictionary(k => k.Name, k => File.ReadAllBytes(Path.Combine(folder, k.File)));
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "key-*.xml") : [])
        {
            found[Sessions + Path.GetFileNameWithoutExtension(file)] = File.ReadAllBytes(file);
        }

        return found;
    }

    /// <summary>Writes them, readable by this user only.</summary>
    public static void Write(string dataFolder, IReadOnlyDictionary<string, byte[]> secrets)
    {
        var folder = Directory.CreateDirectory(Path.Combine(dataFolder, "keys")).FullName;
        foreach (var (name, value) in secrets)
        {
            var file = name.StartsWith(Sessions, StringComparison.Ordinal) ? $"{Path.GetFileName(name[Sessions.Length..])}.xml" : Known.FirstOrDefault(k => k.Name == name).File;
            if (file is null)
            {
                continue;
            }

            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var stream = new FileStream(Path.Combine(folder, file), options);
            stream.Write(value);
            stream.Flush(flushToDisk: true);
        }
    }
}
