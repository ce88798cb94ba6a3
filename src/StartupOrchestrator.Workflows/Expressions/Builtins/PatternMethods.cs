using System.Text;
using StartupOrchestrator.Workflows.Expressions.RegularExpressions;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>Methods of regular expressions and what strings do with them.</summary>
internal static class PatternMethods
{
    public static readonly Dictionary<string, NativeCode> All = new()
    {
        ["test"] = (m, self, a) => !PatternSearch.Next(m, Of(self), a.Text(m, 0)).IsNull,
        ["exec"] = (m, self, a) => PatternSearch.Next(m, Of(self), a.Text(m, 0)),
        ["toString"] = (m, self, a) => Of(self).ToText(m),
    };

    public static ScriptValue Construct(Machine m, ScriptValue self, ReadOnlySpan<ScriptValue> a)
    {
        var known = a.At(0).Ref as PatternObject;
        if (known is null && a.At(0).IsText && Equality.Length(a.At(0)) == 0)
        {
            return PatternSearch.Make(m, "", a.At(1).IsUndefined ? "" : a.Text(m, 1));
        }

        var source = known?.Pattern.Source ?? (a.At(0).IsUndefined ? "(?:)" : a.Text(m, 0));
        if (known is null && (source.Contains('/', StringComparison.Ordinal) || source.AsSpan().IndexOfAny('\n', '\r') >= 0))
        {
            throw Errors.Unsupported("A regular expression made from text takes no slash and no end of line; write [/] or \\n.");
        }

        return PatternSearch.Make(m, source, a.At(1).IsUndefined ? known?.Pattern.Flags.Text ?? "" : a.Text(m, 1));
    }

    public static ScriptValue Match(Machine m, string text, ScriptValue given)
    {
        var pattern = Given(m, given, "");
        if (!pattern.Pattern.Flags.IsGlobal)
        {
            return PatternSearch.Next(m, pattern, text);
        }

        var result = new ArrayObject([]);
        pattern.LastIndex = 0;
        while (PatternSearch.Next(m, pattern, text).Ref is MatchObject found)
        {
            result.Add(m, found[0]);
            PatternSearch.StepOver(m, pattern, found);
        }

        return result.Count == 0 ? ScriptValue.Null : new(result);
    }

    public static ScriptValue MatchAll(Machine m, string text, ScriptValue given)
    {
        if (given.Ref is PatternObject { Pattern.Flags.IsGlobal: false })
        {
            throw Errors.Type("String.prototype.matchAll called with a non-global RegExp argument");
        }

        var pattern = Given(m, given, "g");
        m.Charge(200);
        var own = new PatternObject(pattern.Pattern) { LastIndex = given.Ref is PatternObject ? pattern.LastIndex : 0 };
        return new(new IteratorObject("RegExp String Iterator", new MatchSource(own, text)));
    }

    public static ScriptValue Search(Machine m, string text, ScriptValue given)
    {
        var pattern = Given(m, given, "").Pattern;
        return pattern.Flags.IsSticky ? pattern.MatchAt(m, text, 0)?[0] ?? -1 : pattern.Search(m, text, 0)?[0] ?? -1;
    }

    public static ScriptValue Split(Machine m, string text, PatternObject pattern, uint limit)
    {
        var result = new ArrayObject([]);
        if (limit == 0 || (text.Length == 0 && pattern.Pattern.MatchAt(m, text, 0) is not null))
        {
            return new(result);
        }

        var (copied, at) = (0, 0);
        while (at < text.Length)
        {
            m.Step();
            var found = pattern.Pattern.MatchAt(m, text, at);
            if (found is null || found[1] == copied)
            {
                at++;
                continue;
            }

            result.Add(m, TextParts.Part(m, text, copied, at - copied));
            for (var group = 1; group <= pattern.Pattern.GroupCount && result.Count < limit; group++)
            {
                result.Add(m, PatternSearch.Group(m, text, found, group));
            }

            if (result.Count >= limit)
            {
                return new(result);
            }

            (copied, at) = (found[1], Math.Max(found[1], copied));
        }

        result.Add(m, TextParts.Part(m, text, copied, text.Length - copied));
        return new(result);
    }

    public static ScriptValue Replace(Machine m, string text, PatternObject pattern, ScriptValue with)
    {
        var function = with.Ref as FunctionObject;
        var template = function is null ? Conversions.ToFlatText(m, with) : "";
        var found = Collect(m, text, pattern);
        if (found.Count == 0)
        {
            return text;
        }

        var result = new StringBuilder();
        var copied = 0;
        foreach (var match in found)
        {
            var whole = m.Flat(match[0]);
            if (match.Index < copied)
            {
                continue;
            }

            Replacement.Append(m, result, text, copied, match.Index - copied);
            var groups = match.Span[1..].ToArray();
            Replacement.AppendFor(m, result, new(text, match.Index, whole, groups, match.Groups), function, template);
            copied = match.Index + whole.Length;
        }

        Replacement.Append(m, result, text, copied, text.Length - copied);
        return Replacement.Finish(m, result);
    }

    private static List<MatchObject> Collect(Machine m, string text, PatternObject pattern)
    {
        var all = new List<MatchObject>();
        pattern.LastIndex = pattern.Pattern.Flags.IsGlobal ? 0 : pattern.LastIndex;
        while (PatternSearch.Next(m, pattern, text).Ref is MatchObject found)
        {
            m.Charge(16);
            all.Add(found);
            if (!pattern.Pattern.Flags.IsGlobal)
            {
                break;
            }

            PatternSearch.StepOver(m, pattern, found);
        }

        return all;
    }

    private static PatternObject Of(ScriptValue self) => self.Ref as PatternObject ?? throw Errors.Type("This method takes a regular expression");

    private static PatternObject Given(Machine m, ScriptValue given, string flags) => given.Ref as PatternObject
        ?? (PatternObject)PatternSearch.Make(m, given.IsUndefined ? "(?:)" : Conversions.ToFlatText(m, given), flags).Ref!;

    private sealed class MatchSource(PatternObject pattern, string text) : ValueSource
    {
        private bool _isDone;

        public override bool Next(Machine m, out ScriptValue value)
        {
            value = default;
            if (_isDone || PatternSearch.Next(m, pattern, text).Ref is not MatchObject found)
            {
                _isDone = true;
                return false;
            }

            PatternSearch.StepOver(m, pattern, found);
            value = new(found);
            return true;
        }
    }
}
