using System.Text;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>String methods that take a string or a regular expression.</summary>
internal static class TextPatterns
{
    public static readonly Dictionary<string, NativeCode> All = new()
    {
        ["split"] = Split,
        ["replace"] = (m, self, a) => Replace(m, self, a, all: false),
        ["replaceAll"] = (m, self, a) => Replace(m, self, a, all: true),
        ["match"] = (m, self, a) => PatternMethods.Match(m, TextMethods.Of(m, self), a.At(0)),
        ["matchAll"] = (m, self, a) => PatternMethods.MatchAll(m, TextMethods.Of(m, self), a.At(0)),
        ["search"] = (m, self, a) => PatternMethods.Search(m, TextMethods.Of(m, self), a.At(0)),
    };

    private static ScriptValue Split(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var text = TextMethods.Of(m, self);
        var limit = a.At(1).IsUndefined ? uint.MaxValue : Conversions.ToUint32(a.Number(m, 1));
        if (a.At(0).Ref is PatternObject pattern)
        {
            return PatternMethods.Split(m, text, pattern, limit);
        }

        var separator = a.Text(m, 0);
        var result = new ArrayObject([]);
        if (limit == 0)
        {
            return new(result);
        }

        if (a.At(0).IsUndefined)
        {
            result.Add(m, text);
        }
        else if (separator.Length == 0)
        {
            for (var i = 0; i < text.Length && result.Count < limit; i++)
            {
                m.Step();
                m.Charge(text[i] < 256 ? 0 : 32);
                result.Add(m, Properties.Character(text[i]));
            }
        }
        else
        {
            SplitAt(m, text, separator, limit, result);
        }

        return new(result);
    }

    private static void SplitAt(Machine m, string text, string separator, uint limit, ArrayObject result)
    {
        var from = 0;
        while (result.Count < limit)
        {
            m.Step();
            var at = TextSearch.IndexOf(m, text, separator, from);
            result.Add(m, TextParts.Part(m, text, from, (at < 0 ? text.Length : at) - from));
            if (at < 0)
            {
                return;
            }

            from = at + separator.Length;
        }
    }

    private static ScriptValue Replace(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a, bool all)
    {
        var text = TextMethods.Of(m, self);
        if (a.At(0).Ref is PatternObject pattern)
        {
            return all && !pattern.Pattern.Flags.IsGlobal
                ? throw Errors.Type("replaceAll must be called with a global RegExp")
                : PatternMethods.Replace(m, text, pattern, a.At(1));
        }

        var wanted = a.Text(m, 0);
        var function = a.At(1).Ref as FunctionObject;
        var template = function is null ? a.Text(m, 1) : "";
        var result = new StringBuilder();
        var (copied, from) = (0, 0);
        while (from <= text.Length)
        {
            m.Step();
            var at = TextSearch.IndexOf(m, text, wanted, from);
            if (at < 0)
            {
                break;
            }

            Replacement.Append(m, result, text, copied, at - copied);
            var found = new Replacement.Found(text, at, wanted, [], null);
            Replacement.AppendFor(m, result, found, function, template);
            copied = at + wanted.Length;
            from = at + Math.Max(1, wanted.Length);
            if (!all)
            {
                break;
            }
        }

        if (copied == 0 && result.Length == 0)
        {
            return text;
        }

        Replacement.Append(m, result, text, copied, text.Length - copied);
        return Replacement.Finish(m, result);
    }
}
