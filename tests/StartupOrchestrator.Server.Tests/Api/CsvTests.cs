using System.Text;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Tests.Api;

public sealed class CsvTests
{
    private const int Cells = 2000;
    private static readonly string[] Triggers = ["=", "+", "-", "@", "\t", "\r", "\n", "\0=", " =", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20", "\u2212", "\"=", ",=", "\uFEFF="];

    [Fact]
    public void HostileCell_neverStartsLikeAFormula()
    {
        const int seed = 20261122;
        var random = new Random(seed);
        for (var i = 0; i < Cells; i++)
        {
            var value = Triggers[random.Next(Triggers.Length)] + string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Triggers[random.Next(Triggers.Length)] + (char)random.Next('A', 'z')));

            var read = Unquote(Csv.Cell(value));

            Assert.False(Csv.StartsLikeAFormula(read), $"seed {seed}, cell {i}: {value} became {read}");
        }
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"yes\"", "\"say \"\"yes\"\"\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void Cell_isQuotedAsSpreadsheetsReadIt(string value, string written) => Assert.Equal(written, Csv.Cell(value));

    [Fact]
    public void Row_endsWithCrLf()
    {
        var text = new StringBuilder();

        Csv.AppendRow(text, "a", null, "c");

        Assert.Equal("a,,c\r\n", text.ToString());
    }

    private static string Unquote(string cell) => cell.StartsWith('"') ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell;
}
