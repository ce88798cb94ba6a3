namespace StartupOrchestrator.Domain.Tests;

/// <summary>Where the repository lies that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? directory) =>
        directory is null ? throw new InvalidOperationException("No folder above the tests holds StartupOrchestrator.sln.")
        : File.Exists(Path.Combine(directory.FullName, "StartupOrchestrator.sln")) ? directory.FullName
        : Find(directory.Parent);
}
