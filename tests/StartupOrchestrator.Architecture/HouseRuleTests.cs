using System.Text.RegularExpressions;

namespace StartupOrchestrator.Architecture;

/// <summary>What we refuse by name. Each was seen red by putting the refused thing into a file of Domain.</summary>
public sealed partial class HouseRuleTests
{
    private static readonly string[] TopLevel =
    [
        "src", "workflows", "tests", "tools", "StartupOrchestrator.sln", "README.md", "Directory.Packages.props", "Directory.Build.props", "LICENSE",
    ];

    [Fact]
    public void The_top_level_holds_the_rooms_and_nothing_else()
    {
        var entries = Directory.EnumerateFileSystemEntries(Repository.Root).Select(e => Path.GetFileName(e)!)
            .Where(e => !e.StartsWith('.') && e is not ("artifacts" or "data" or "TestResults"));

        Assert.Empty(entries.Except(TopLevel));
    }

    [Fact]
    public void No_source_hides_behind_a_region()
    {
        Assert.Empty(FilesWith(RegionLine(), ".cs"));
    }

    [Fact]
    public void Switched_off_warnings_stay_within_the_budget_of_ten()
    {
        Assert.InRange(Repository.SourceFiles(".cs", "src", "tools").Sum(f => PragmaLine().Count(File.ReadAllText(f))), 0, 10);
    }

    [Fact]
    public void No_committed_file_names_a_package_registry()
    {
        var files = Directory.EnumerateFiles(Repository.Root, "*lock.json", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Root, "nuget.config", new EnumerationOptions { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive }))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("node_modules", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

        Assert.Empty(files.Where(f => Address().IsMatch(File.ReadAllText(f))).Select(f => Path.GetRelativePath(Repository.Root, f)));
    }

    private static IEnumerable<string> FilesWith(Regex pattern, string ending) =>
        Repository.SourceFiles(ending, "src", "tools").Where(f => pattern.IsMatch(File.ReadAllText(f))).Select(f => Path.GetRelativePath(Repository.Root, f));

    [GeneratedRegex(@"^\s*#region", RegexOptions.Multiline)]
    private static partial Regex RegionLine();

    [GeneratedRegex(@"^\s*#pragma warning disable", RegexOptions.Multiline)]
    private static partial Regex PragmaLine();

    [GeneratedRegex("\"resolved\": *\"https?://[^\"]*\\.tgz|packageSources", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
