using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace StartupOrchestrator.Cli.Output;

/// <summary>Prints results: JSON with stable names, or a table for people.</summary>
internal sealed class Printer(TextWriter output, TextWriter progress, bool json)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };

    public bool Json => json;

    public static Printer For(ParseResult parsed) =>
        new(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetValue(CommonOptions.Json));

    /// <summary>A line for people; nothing under --json.</summary>
    public void Say(string line)
    {
        if (!json)
        {
            output.WriteLine(line);
        }
    }

    /// <summary>Progress on long work; goes to standard error, so that results stay clean.</summary>
    public void Progress(string line) => progress.WriteLine(line);

    /// <summary>A whole result.</summary>
    public void Result(JsonNode? node, Action people)
    {
        if (json)
        {
            output.WriteLine(node?.ToJsonString(Indented) ?? "null");
        }
        else
        {
            people();
        }
    }

    /// <summary>Rows as a table: the named members of each object.</summary>
    public void Table(JsonArray rows, string empty, params (string Header, string Member)[] columns)
    {
        if (rows.Count == 0)
        {
            output.WriteLine(empty);
            return;
        }

        var table = new Table().Border(TableBorder.None);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn($"[bold]{Markup.Escape(column.Header)}[/]").NoWrap());
        }

        foreach (var row in rows.OfType<JsonObject>())
        {
            table.AddRow([.. columns.Select(c => Markup.Escape(Cell(row[c.Member])))]);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = output == Console.Out && !Console.IsOutputRedirected ? AnsiSupport.Detect : AnsiSupport.No });
        console.Profile.Width = Math.Max(console.Profile.Width, 160);
        console.Write(table);
    }

    /// <summary>An instant to the minute: parts of seconds help nobody in a table.</summary>
    public static string Minutes(string text) =>
        text.Length >= 20 && text[^1] == 'Z' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)
            : text;

    private static string Cell(JsonNode? node) => node switch
    {
        null => "–",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Minutes(value.GetValue<string>()),
        _ => node.ToJsonString(),
    };
}
