using System.Runtime.CompilerServices;

namespace StartupOrchestrator.Architecture;

/// <summary>The checkout that these tests are about.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Our own source files of an ending, without what tools generate.</summary>
    public static IEnumerable<string> SourceFiles(string ending, params string[] folders) =>
        folders
            .Select(f => Path.Combine(Root, f))
            .Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*" + ending, SearchOption.AllDirectories))
            .Where(f => !Skipped(Path.GetRelativePath(Root, f)));

    private static bool Skipped(string relative) =>
        relative.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj" or "node_modules" or "wwwroot" or "data" or "artifacts")
        || relative.Contains(".gen.", StringComparison.Ordinal);

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "StartupOrchestrator.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"no solution above {AppContext.BaseDirectory} (tests of {thisFile})");
    }
}
