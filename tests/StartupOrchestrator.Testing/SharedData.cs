namespace StartupOrchestrator.Testing;

/// <summary>Finds the real records that tests read where they lie, beside the repository.</summary>
public static class SharedData
{
    /// <summary>The full path of a shared file or folder; null when this machine has none.</summary>
    public static string? Find(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "StartupOrchestrator.sln")))
        {
            folder = folder.Parent;
        }

        var root = Environment.GetEnvironmentVariable("STARTUP_SHARED") ?? (folder is null ? null : Path.Combine(folder.FullName, "..", "shared"));
        var path = root is null ? null : Path.GetFullPath(Path.Combine(root, relative));
        return path is not null && (File.Exists(path) || Directory.Exists(path)) ? path : null;
    }

    /// <summary>The full path, or the test is skipped with the reason.</summary>
    public static string Require(string relative) => Find(relative) ?? Skip(relative);

    private static string Skip(string relative)
    {
        Xunit.Assert.Skip($"shared data not on this machine: {relative}");
        return "";
    }
}
