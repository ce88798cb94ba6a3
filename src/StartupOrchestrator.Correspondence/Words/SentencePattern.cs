using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace StartupOrchestrator.Correspondence.Words;

/// <summary>A sentence with named places for values, <c>Site {code} exists already.</c>, that recognises texts made from it.</summary>
public sealed class SentencePattern
{
    private readonly string[] literals;

    /// <summary>Reads the pattern; places have names in braces.</summary>
    public SentencePattern(string text)
    {
        Text = text;
        var found = new List<string>();
        var names = new List<string>();
        var from = 0;
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', from))
        {
            var close = text.IndexOf('}', open);
            found.Add(text[from..open]);
            names.Add(text[(open + 1)..close]);
            from = close + 1;
        }

        literals = [.. found, text[from..]];
        Names = names;
        Weight = literals.Sum(l => l.Length);
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>The names of its places, in their order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How much of it is fixed: the more, the surer a match.</summary>
    public int Weight { get; }

    /// <summary>The values of a text that was made from this; each value has to suit its place.</summary>
    public bool TryMatch(string text, Func<string, string, string?> say, [NotNullWhen(true)] out string[]? values)
    {
        values = null;
        if (!text.StartsWith(literals[0], StringComparison.Ordinal) || !text.EndsWith(literals[^1], StringComparison.Ordinal) || text.Length < Weight)
        {
            return false;
        }

        var said = new string[Names.Count];
        if (!Fits(text, literals[0].Length, 0, said, say))
        {
            return false;
        }

        values = said;
        return true;
    }

    /// <summary>The sentence with its places filled.</summary>
    public string Fill(IReadOnlyList<string> names, IReadOnlyList<string> values)
    {
        var output = new StringBuilder(literals[0]);
        for (var place = 0; place < Names.Count; place++)
        {
            output.Append(values[names.ToList().IndexOf(Names[place])]).Append(literals[place + 1]);
        }

        return output.ToString();
    }

    // A value may hold the words that follow it: then a later end of it is tried.
    private bool Fits(string text, int from, int place, string[] said, Func<string, string, string?> say)
    {
        if (place == Names.Count)
        {
            return from == text.Length;
        }

        var next = literals[place + 1];
        var last = place == Names.Count - 1;
        for (var end = last ? text.Length - next.Length : text.IndexOf(next, from, StringComparison.Ordinal);
             end >= from;
             end = last || end == text.Length ? -1 : text.IndexOf(next, end + 1, StringComparison.Ordinal))
        {
            if (say(Names[place], text[from..end]) is { } value && Fits(text, end + next.Length, place + 1, said, say))
            {
                said[place] = value;
                return true;
            }
        }

        return false;
    }
}
