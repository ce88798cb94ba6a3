using StartupOrchestrator.Workflows.Expressions.RegularExpressions;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>One search after the other with the same regular expression.</summary>
internal static class PatternSearch
{
    /// <summary>Reads a regular expression while a script runs.</summary>
    public static ScriptValue Make(Machine m, string source, string flags)
    {
        m.Steps(200 + (20L * source.Length));
        m.Charge(2_000 + (200L * source.Length));
        var pattern = Pattern.Parse(source, PatternFlags.Parse(flags));
        m.Charge(200L * pattern.Size);
        m.Steps(pattern.Size);
        return new(new PatternObject(pattern));
    }

    /// <summary>What <c>exec</c> finds from the place where the last search ended, or null.</summary>
    public static ScriptValue Next(Machine m, PatternObject regex, string text)
    {
        var flags = regex.Pattern.Flags;
        var remembers = flags.IsGlobal || flags.IsSticky;
        var from = Math.Max(0, Conversions.ToInteger(m, regex.LastIndex));
        from = remembers ? from : 0;
        var slots = from > text.Length ? null
            : flags.IsSticky ? regex.Pattern.MatchAt(m, text, (int)from) : regex.Pattern.Search(m, text, (int)from);
        if (slots is null)
        {
            regex.LastIndex = remembers ? 0 : regex.LastIndex;
            return ScriptValue.Null;
        }

        regex.LastIndex = remembers ? slots[1] : regex.LastIndex;
        return new(Found(m, regex.Pattern, text, slots));
    }

    /// <summary>Moves on by one if nothing was taken, so that the search does not stay where it is.</summary>
    public static void StepOver(Machine m, PatternObject regex, MatchObject found)
    {
        m.Step();
        if (Equality.Length(found[0]) == 0)
        {
            regex.LastIndex = Conversions.ToInteger(m, regex.LastIndex) + 1;
        }
    }

    public static ScriptValue Group(Machine m, string text, int[] slots, int group) => slots[2 * group] < 0 || slots[(2 * group) + 1] < 0
        ? default
        : TextParts.Part(m, text, slots[2 * group], slots[(2 * group) + 1] - slots[2 * group]);

    private static MatchObject Found(Machine m, Pattern pattern, string text, int[] slots)
    {
        m.ChargeArray(pattern.GroupCount + 4);
        var parts = new ScriptValue[pattern.GroupCount + 1];
        for (var group = 0; group < parts.Length; group++)
        {
            parts[group] = Group(m, text, slots, group);
        }

        return new(parts, slots[0], text, Named(m, pattern, parts));
    }

    private static ScriptValue Named(Machine m, Pattern pattern, ScriptValue[] parts)
    {
        PlainObject? named = null;
        for (var group = 1; group < parts.Length; group++)
        {
            if (pattern.GroupNames[group - 1] is { } name)
            {
                m.Charge(PlainObject.EmptyCost + PlainObject.MemberCost);
                named ??= new();
                named.Set(name, parts[group]);
            }
        }

        return named is null ? default : new(named);
    }
}
