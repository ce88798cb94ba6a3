namespace StartupOrchestrator.Workflows.Tests.Support;

/// <summary>Data that lies beside the repository; tests that need it are skipped where it is not.</summary>
internal static class SharedData
{
    public static string Require(params string[] parts)
    {
        var folder = Find();
        Assert.SkipWhen(folder is null, "The shared data folder is not there; set STARTUP_SHARED to run this test.");
        var path = Path.Combine([folder!, "data", .. parts]);
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"There is no {path}.");
        return path;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("STARTUP_SHARED") is { Length: > 0 } given && Directory.Exists(given)) return given;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "StartupOrchestrator.sln"))) continue;
            var shared = Path.Combine(folder.Parent?.FullName ?? "", "shared");
            return Directory.Exists(shared) ? shared : null;
        }

        return null;
    }
}
