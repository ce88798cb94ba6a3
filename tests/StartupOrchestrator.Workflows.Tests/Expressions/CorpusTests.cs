namespace StartupOrchestrator.Workflows.Tests.Expressions;

/// <summary>Small programs with the results that Node gives, one a line, by topic. The second test asks Node whether the files tell the truth.</summary>
public sealed class CorpusTests
{
    private const string Mark = " //=> ";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Expressions", "Corpus");

    public static TheoryData<string> Topics => [.. Directory.GetFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Topics))]
    public void Program_of_the_corpus_gives_the_recorded_result(string topic)
    {
        var wrong = Read(topic)
            .Select(line => (line.Source, line.Expected, Actual: Canonical.Run(line.Source)))
            .Where(line => Canonical.WithoutWords(line.Actual) != line.Expected)
            .Select(line => $"{line.Source}\n   expected {line.Expected}\n   but was  {line.Actual}");
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    [Fact]
    public async Task Record_agrees_with_Node()
    {
        var lines = Topics.SelectMany(topic => Read((string)topic.Data)).ToArray();
        var outcomes = await NodeOracle.OutcomesOf([.. lines.Select(line => line.Source)], TestContext.Current.CancellationToken);
        var wrong = lines.Zip(outcomes)
            .Where(pair => Canonical.WithoutWords(pair.Second) != pair.First.Expected)
            .Select(pair => $"{pair.First.Source}{Mark}{Canonical.WithoutWords(pair.Second)}");
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    private static IEnumerable<(string Source, string Expected)> Read(string topic) =>
        from line in File.ReadLines(Path.Combine(Folder, topic + ".txt"))
        where line.Length > 0 && !line.StartsWith('#')
        let cut = line.LastIndexOf(Mark, StringComparison.Ordinal)
        select (line[..cut], line[(cut + Mark.Length)..]);
}
