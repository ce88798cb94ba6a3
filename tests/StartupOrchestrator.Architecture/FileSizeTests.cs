namespace StartupOrchestrator.Architecture;

/// <summary>
/// One concept a file, so that a reader can hold it. Seen red: a file of 501 lines, and one of 251 lines with the share set to 100 %.
/// </summary>
public sealed class FileSizeTests
{
    private const int HardStop = 500;
    private const int Wanted = 250;

    [Theory]
    [InlineData(".cs", "src", "tools", "tests")]
    [InlineData(".ts", "src/web/src")]
    [InlineData(".tsx", "src/web/src")]
    [InlineData(".razor", "src")]
    public void No_file_is_longer_than_the_hard_stop(string ending, params string[] folders)
    {
        var longer = Lengths(ending, folders).Where(f => f.Lines > HardStop).Select(f => $"{f.File}: {f.Lines} lines");

        Assert.Empty(longer);
    }

    [Fact]
    public void Nineteen_of_twenty_source_files_are_within_the_wanted_length()
    {
        var lengths = Lengths(".cs", "src", "tools").ToList();
        var longer = lengths.Where(f => f.Lines > Wanted).OrderByDescending(f => f.Lines).Select(f => $"{f.File}: {f.Lines}").ToList();

        Assert.True(longer.Count * 20 <= lengths.Count, $"{longer.Count} of {lengths.Count} files are longer than {Wanted} lines:\n{string.Join('\n', longer)}");
    }

    private static IEnumerable<(string File, int Lines)> Lengths(string ending, params string[] folders) =>
        Repository.SourceFiles(ending, folders).Select(f => (Path.GetRelativePath(Repository.Root, f), File.ReadLines(f).Count()));
}
