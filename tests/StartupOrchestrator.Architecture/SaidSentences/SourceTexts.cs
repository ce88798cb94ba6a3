using System.Text;

namespace StartupOrchestrator.Architecture.SaidSentences;

/// <summary>
/// Finds the texts of a C# file with the calls around them. It knows as much of the language as that needs: comments,
/// characters, the kinds of strings, brackets. Texts joined by a plus are one text.
/// </summary>
internal sealed class SourceTexts
{
    private readonly string code;
    private readonly List<SourceText> found = [];
    private readonly List<(string Call, int Place)> open = [];
    private int at;

    private SourceTexts(string code) => this.code = code;

    /// <summary>The texts of a file.</summary>
    public static IReadOnlyList<SourceText> Of(string code)
    {
        var reader = new SourceTexts(code);
        reader.Code(untilBrace: false);
        return reader.found;
    }

    private void Code(bool untilBrace)
    {
        var depth = 0;
        while (at < code.Length)
        {
            if (IsAt("//"))
            {
                at = Math.Max(code.IndexOf('\n', at), at + 1);
            }
            else if (IsAt("/*"))
            {
                at = code.IndexOf("*/", at, StringComparison.Ordinal) + 2;
            }
            else if (code[at] == '\'')
            {
                at = code.IndexOf('\'', at + (code[at + 1] == '\\' ? 3 : 2)) + 1;
            }
            else if (IsText())
            {
                Joined();
            }
            else
            {
                var c = code[at];
                depth += c is '{' or '(' or '[' ? 1 : c is '}' or ')' or ']' ? -1 : 0;
                if (untilBrace && (depth < 0 || (depth == 0 && c == ':')))
                {
                    return;
                }

                Bracket(c);
                at++;
            }
        }
    }

    private void Bracket(char c)
    {
        if (c is '(' or '{' or '[')
        {
            open.Add((c == '(' ? CallBefore() : c.ToString(), 0));
        }
        else if (c is ')' or '}' or ']' && open.Count > 0)
        {
            open.RemoveAt(open.Count - 1);
        }
        else if (c == ',' && open.Count > 0)
        {
            open[^1] = open[^1] with { Place = open[^1].Place + 1 };
        }
    }

    /// <summary>The name before a round bracket with what it is a member of, and <c>new</c> before it.</summary>
    private string CallBefore()
    {
        var end = at;
        if (end > 0 && code[end - 1] == '>' && code.LastIndexOf('<', end - 1) is var angle and > 0)
        {
            end = angle;
        }

        var from = end;
        while (from > 0 && (char.IsLetterOrDigit(code[from - 1]) || code[from - 1] is '.' or '_'))
        {
            from--;
        }

        var name = code[from..end];
        return code[..from].EndsWith("new ", StringComparison.Ordinal) ? $"new {name}" : name;
    }

    private bool IsAt(string what) => string.CompareOrdinal(code, at, what, 0, what.Length) == 0;

    private bool IsText() => code[at] == '"' || (code[at] is '$' or '@' && at + 1 < code.Length && (code[at + 1] == '"' || (code[at + 1] is '$' or '@' && at + 2 < code.Length && code[at + 2] == '"')));

    private void Joined()
    {
        var line = code.AsSpan(0, at).Count('\n') + 1;
        var compared = code[..at].EndsWith("== ", StringComparison.Ordinal);
        var calls = open.Select(o => $"{o.Call}#{o.Place}").ToList();
        var text = new StringBuilder(Text());
        for (var next = AfterPlus(); next >= 0; next = AfterPlus())
        {
            at = next;
            text.Append(Text());
        }

        found.Add(new SourceText(text.ToString(), calls, line, compared));
    }

    private int AfterPlus()
    {
        var from = at;
        var rest = code.AsSpan(at).TrimStart();
        if (rest.IsEmpty || rest[0] != '+')
        {
            return -1;
        }

        at = code.Length - rest[1..].TrimStart().Length;
        var next = at < code.Length && IsText() ? at : -1;
        at = from;
        return next;
    }

    private string Text()
    {
        var places = false;
        var verbatim = false;
        for (; code[at] != '"'; at++)
        {
            places |= code[at] == '$';
            verbatim |= code[at] == '@';
        }

        if (IsAt("\"\"\""))
        {
            var from = at + 3;
            at = code.IndexOf("\"\"\"", from, StringComparison.Ordinal) + 3;
            return code[from..(at - 3)];
        }

        at++;
        var text = new StringBuilder();
        while (code[at] != '"' || (verbatim && code[at + 1] == '"'))
        {
            if (places && IsAt("{{"))
            {
                text.Append('{');
                at += 2;
            }
            else if (places && code[at] == '{')
            {
                at++;
                text.Append("{}");
                Code(untilBrace: true);
                at = code[at] == ':' ? code.IndexOf('}', at) + 1 : at + 1;
            }
            else
            {
                // A character that is written as two: the second says which, and is enough here.
                at += verbatim ? (code[at] == '"' ? 1 : 0) : code[at] == '\\' ? 1 : 0;
                text.Append(code[at++]);
            }
        }

        at++;
        return text.ToString();
    }
}
