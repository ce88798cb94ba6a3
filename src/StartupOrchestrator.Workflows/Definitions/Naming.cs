using System.Text;

namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>Name rules that the file format shares with its script accessors.</summary>
public static class Naming
{
    /// <summary>Words joined, each with a capital first letter: <c>Child With Input</c> is <c>ChildWithInput</c>.</summary>
    public static string Pascal(string text)
    {
        var result = new StringBuilder(text.Length);
        var start = true;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c))
            {
                start = true;
                continue;
            }

            result.Append(start ? char.ToUpperInvariant(c) : c);
            start = false;
        }

        return result.ToString();
    }

    /// <summary>First letter small, the rest as it is.</summary>
    public static string Camel(string text) =>
        text.Length == 0 || char.IsLower(text[0]) ? text : char.ToLowerInvariant(text[0]) + text[1..];

    /// <summary>Whether a script gets <c>getX()</c> and <c>setX()</c> for the name: letters and digits only.</summary>
    public static bool HasAccessor(string name) => name.Length > 0 && name.All(char.IsLetterOrDigit);
}
