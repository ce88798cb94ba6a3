using System.Text;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>Numbers in radices other than ten; as many digits behind the point as tell the number from its neighbours.</summary>
internal static class RadixText
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static string Of(double number, int radix)
    {
        if (!double.IsFinite(number))
        {
            return NumberText.Of(number);
        }

        var positive = Math.Abs(number);
        var whole = Math.Floor(positive);
        var behind = Fraction(positive, positive - whole, radix, ref whole);
        return $"{(number < 0 ? "-" : "")}{Whole(whole, radix)}{(behind.Length > 0 ? "." : "")}{behind}";
    }

    private static StringBuilder Fraction(double positive, double fraction, int radix, ref double whole)
    {
        var result = new StringBuilder();
        var delta = Math.Max(0.5 * (Math.BitIncrement(positive) - positive), double.Epsilon);
        if (fraction < delta)
        {
            return result;
        }

        do
        {
            fraction *= radix;
            delta *= radix;
            var digit = (int)fraction;
            result.Append(Digits[digit]);
            fraction -= digit;
            var roundsUp = fraction > 0.5 || (fraction == 0.5 && (digit & 1) == 1);
            if (roundsUp && fraction + delta > 1)
            {
                CarryUp(result, radix, ref whole);
                break;
            }
        }
        while (fraction >= delta);
        return result;
    }

    private static void CarryUp(StringBuilder result, int radix, ref double whole)
    {
        while (result.Length > 0)
        {
            var digit = NumberParser.Digit(result[^1]);
            result.Length--;
            if (digit + 1 < radix)
            {
                result.Append(Digits[digit + 1]);
                return;
            }
        }

        whole++;
    }

    private static string Whole(double whole, int radix)
    {
        var result = new StringBuilder();
        // Far beyond 53 bits the low digits carry no information; like Node, write them as zeros.
        while (Exponent(whole / radix) > 0)
        {
            whole /= radix;
            result.Insert(0, '0');
        }

        do
        {
            var rest = whole % radix;
            result.Insert(0, Digits[(int)rest]);
            whole = (whole - rest) / radix;
        }
        while (whole > 0);
        return result.ToString();
    }

    private static int Exponent(double number) => (int)((BitConverter.DoubleToInt64Bits(number) >> 52) & 0x7FF) - 1075;
}
