using System.Text;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>Arrays as text.</summary>
internal static class ArrayText
{
    /// <summary>The items with a separator between; an array inside itself becomes nothing, as in Node.</summary>
    public static ScriptValue Join(Machine m, ArrayObject array, string separator)
    {
        if (!m.BeginWalk(array))
        {
            return "";
        }

        m.Enter(levels: 8);
        var text = new StringBuilder();
        var count = array.Count;
        for (var i = 0; i < count; i++)
        {
            m.Step();
            var item = array[i];
            var part = item.IsNullish ? "" : Conversions.ToFlatText(m, item);
            var more = part.Length + (i > 0 ? separator.Length : 0);
            if (text.Length + more > Limits.TextLength)
            {
                m.ChargeText(text.Length + (long)more);
            }

            // Twice: once in the builder, once in the finished string.
            m.Charge(4L * more);
            m.Steps(more >> 4);
            text.Append(i > 0 ? separator : "").Append(part);
        }

        m.Leave(levels: 8);
        m.EndWalk();
        return text.ToString();
    }
}
