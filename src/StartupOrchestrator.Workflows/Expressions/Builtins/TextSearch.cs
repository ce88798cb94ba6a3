using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>Looking for a string in a string, paid for by the work that it can be at worst.</summary>
internal static class TextSearch
{
    private const int Window = 4096;

    public static int IndexOf(Machine m, string text, string wanted, int from)
    {
        if (wanted.Length == 0)
        {
            return from;
        }

        // Window by window, so that a hit near the front costs little and a hostile pair is stopped on the way.
        while (from + wanted.Length <= text.Length)
        {
            var end = Math.Min(text.Length, from + Window + wanted.Length - 1);
            var at = text.AsSpan(from, end - from).IndexOf(wanted, StringComparison.Ordinal);
            m.Steps(1 + ((at < 0 ? Window : at) >> 4) + ((long)Math.Min(wanted.Length, Window) * (at < 0 ? Window : at) >> 12));
            if (at >= 0)
            {
                return from + at;
            }

            from += Window;
        }

        return -1;
    }
}
