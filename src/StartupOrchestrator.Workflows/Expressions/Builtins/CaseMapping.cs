using System.Globalization;
using System.Text;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>Upper and lower case by the full Unicode rules, where one character may become several.</summary>
internal static class CaseMapping
{
    public static ScriptValue ToUpper(Machine m, string text)
    {
        m.ChargeText(text.Length);
        return text.ToUpperInvariant();
    }

    public static ScriptValue ToLower(Machine m, string text)
    {
        m.ChargeText(text.Length);
        return text.ToLowerInvariant();
    }
}
