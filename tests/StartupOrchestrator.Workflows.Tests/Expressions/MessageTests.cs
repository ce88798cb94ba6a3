using System.Runtime.CompilerServices;

namespace StartupOrchestrator.Workflows.Tests.Expressions;

/// <summary>
/// What a script that fails tells its writer, word by word, with line and column: people mend their scripts by these words. A ⏎ ends a line of the script.
/// STARTUP_MESSAGES=write records the words of new lines; read them before keeping them.
/// </summary>
public sealed class MessageTests
{
    private const string Mark = " //=> ";
    private const char NewLine = '⏎';

    [Fact]
    public void Failing_script_says_what_is_wrong_and_where()
    {
        var lines = File.ReadLines(FileName()).ToList();
        if (Environment.GetEnvironmentVariable("STARTUP_MESSAGES") == "write")
            File.WriteAllLines(FileName(), lines.Select(l => l.Length == 0 || l[0] == '#' && !l.StartsWith("#x", StringComparison.Ordinal) || l.Contains(Mark, StringComparison.Ordinal) ? l : l + Mark + Run(l)));

        var wrong = lines.Where(l => l.Contains(Mark, StringComparison.Ordinal)).Select(l => l.Split(Mark))
            .Select(p => (Source: p[0], Expected: p[1], Actual: Run(p[0])))
            .Where(p => p.Actual != p.Expected).Select(p => $"{p.Source}\n   expected {p.Expected}\n   but was  {p.Actual}");
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    private static string Run(string line) => Canonical.Run(line.Replace(NewLine, '\n'));

    private static string FileName([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "messages.txt");
}
