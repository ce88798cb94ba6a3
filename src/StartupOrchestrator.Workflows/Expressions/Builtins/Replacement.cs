using System.Text;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>What comes in the place of something found: the result of a function, or a text in which <c>$1</c> and its like stand for parts.</summary>
internal static class Replacement
{
    /// <summary>Something found in a text.</summary>
    public sealed record Found(string Text, int At, string Matched, ScriptValue[] Groups, ScriptValue? Named);

    /// <summary>Adds a part of a text, paid for.</summary>
    public static void Append(Machine m, StringBuilder result, string text, int from, int length)
    {
        if (result.Length + (long)length > Limits.TextLength)
        {
            m.ChargeText(result.Length + (long)length);
        }

        m.Charge(2L * length);
        m.Steps(length >> 4);
        result.Append(text, from, length);
    }

    public static ScriptValue Finish(Machine m, StringBuilder result)
    {
        m.ChargeText(result.Length);
        return result.ToString();
    }

    public static void AppendFor(Machine m, StringBuilder result, Found found, FunctionObject? function, string template)
    {
        var text = function is null ? null : Call(m, found, function);
        if (text is not null)
        {
            Append(m, result, text, 0, text.Length);
            return;
        }

        Expand(m, result, found, template);
    }

    private static string Call(Machine m, Found found, FunctionObject function)
    {
        m.ChargeArray(found.Groups.Length + 4);
        var arguments = new List<ScriptValue> { found.Matched };
        arguments.AddRange(found.Groups);
        arguments.Add(found.At);
        arguments.Add(found.Text);
        if (found.Named is { IsUndefined: false } named)
        {
            arguments.Add(named);
        }

        return Conversions.ToFlatText(m, function.Call(m, default, arguments.ToArray()));
    }

    private static void Expand(Machine m, StringBuilder result, Found found, string template)
    {
        var at = 0;
        while (at < template.Length)
        {
            m.Step();
            var sign = template.IndexOf('$', at);
            var end = sign < 0 ? template.Length : sign;
            Append(m, result, template, at, end - at);
            if (sign < 0)
            {
                return;
            }

            at = sign + ExpandOne(m, result, found, template, sign);
        }
    }

    // Answers how many characters of the template were used.
    private static int ExpandOne(Machine m, StringBuilder result, Found found, string template, int sign)
    {
        var next = sign + 1 < template.Length ? template[sign + 1] : '\0';
        var behind = found.At + found.Matched.Length;
        switch (next)
        {
            case '$':
                Append(m, result, "$", 0, 1);
                return 2;
            case '&':
                Append(m, result, found.Matched, 0, found.Matched.Length);
                return 2;
            case '`':
                Append(m, result, found.Text, 0, found.At);
                return 2;
            case '\'':
                Append(m, result, found.Text, behind, found.Text.Length - behind);
                return 2;
            case >= '0' and <= '9':
                return ExpandGroup(m, result, found, template, sign);
            case '<' when found.Named is { IsUndefined: false } named && template.IndexOf('>', sign) is var close and > 0:
                var value = Properties.Get(m, named, template[(sign + 2)..close]);
                var text = value.IsUndefined ? "" : Conversions.ToFlatText(m, value);
                Append(m, result, text, 0, text.Length);
                return close + 1 - sign;
            default:
                Append(m, result, "$", 0, 1);
                return 1;
        }
    }

    private static int ExpandGroup(Machine m, StringBuilder result, Found found, string template, int sign)
    {
        var one = template[sign + 1] - '0';
        var two = sign + 2 < template.Length && char.IsAsciiDigit(template[sign + 2]) ? (one * 10) + template[sign + 2] - '0' : 0;
        var isTwo = two >= 1 && two <= found.Groups.Length;
        var number = isTwo ? two : one;
        if (number < 1 || number > found.Groups.Length)
        {
            Append(m, result, "$", 0, 1);
            return 1;
        }

        var group = found.Groups[number - 1];
        if (!group.IsUndefined)
        {
            var text = m.Flat(group);
            Append(m, result, text, 0, text.Length);
        }

        return isTwo ? 3 : 2;
    }
}
