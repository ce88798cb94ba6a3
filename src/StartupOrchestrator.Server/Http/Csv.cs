using System.Text;

namespace StartupOrchestrator.Server.Http;

/// <summary>
/// Comma-separated values by RFC 4180 that no spreadsheet takes for a formula: a cell that starts with a trigger gets an
/// apostrophe before it.
/// </summary>
public static class Csv
{
    /// <summary>Appends one line.</summary>
    public static void AppendRow(StringBuilder text, params IEnumerable<string?> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            text.Append(Cell(cell ?? ""));
        }

        text.Append("\r\n");
    }

    /// <summary>One cell, quoted where needed.</summary>
    public static string Cell(string value)
    {
        var safe = value.Replace("\0", "", StringComparison.Ordinal);
        if (StartsLikeAFormula(safe))
        {
            safe = "'" + safe;
        }

        return safe.AsSpan().IndexOfAny(",\"\r\n'") >= 0 || safe.Trim().Length != safe.Length
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    /// <summary>Would a spreadsheet run it? Full-width forms count: some programs fold them; so do leading blanks, which some skip.</summary>
    public static bool StartsLikeAFormula(string value)
    {
        if (value.Length == 0)
        {
            return false;
        }

        var start = value.TrimStart();
        return value[0] is '\t' or '\r' or '\n' || (start.Length > 0 && IsTrigger(start[0]));
    }

    private static bool IsTrigger(char c) => c is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20' or '\u2212';
}
