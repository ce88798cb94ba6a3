using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary><c>parseInt</c></summary>
internal static class IntegerParser
{
    private const uint LargestPart = uint.MaxValue / 36;

    public static double Parse(ReadOnlySpan<char> text, int radix)
    {
        var isNegative = text.Length > 0 && text[0] == '-';
        text = text.Length > 0 && (text[0] is '-' or '+') ? text[1..] : text;
        if ((radix is 0 or 16) && text.Length > 1 && text[0] == '0' && (text[1] is 'x' or 'X'))
        {
            text = text[2..];
            radix = 16;
        }

        radix = radix == 0 ? 10 : radix;
        if (radix is < 2 or > 36)
        {
            return double.NaN;
        }

        var length = 0;
        while (length < text.Length && NumberParser.Digit(text[length]) < radix)
        {
            length++;
        }

        var digits = text[..length];
        var isExact = radix == 10 || (radix & (radix - 1)) == 0;
        var number = length == 0 ? double.NaN : isExact ? NumberParser.Radix(digits, radix) : InParts(digits, radix);
        return isNegative ? -number : number;
    }

    // V8 rounds other radices part by part, and so must we to give its numbers.
    private static double InParts(ReadOnlySpan<char> digits, int radix)
    {
        double value = 0;
        var at = 0;
        while (at < digits.Length)
        {
            uint part = 0;
            uint multiplier = 1;
            while (at < digits.Length && multiplier * (ulong)radix <= LargestPart)
            {
                part = (part * (uint)radix) + (uint)NumberParser.Digit(digits[at++]);
                multiplier *= (uint)radix;
            }

            value = (value * multiplier) + part;
        }

        return value;
    }
}
