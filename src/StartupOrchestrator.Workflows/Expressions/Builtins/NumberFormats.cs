using System.Globalization;
using System.Numerics;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>Numbers with a chosen count of digits, rounded from their exact binary value, halves away from zero.</summary>
internal static class NumberFormats
{
    public static string Fixed(double number, int? digits)
    {
        if (!double.IsFinite(number) || Math.Abs(number) >= 1e21)
        {
            return NumberText.Of(number);
        }

        var places = digits ?? 0;
        var scaled = Scaled(Math.Abs(number), places).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        var sign = number < 0 ? "-" : "";
        return places == 0 ? sign + scaled : $"{sign}{scaled[..^places]}.{scaled[^places..]}";
    }

    public static string Exponential(double number, int? digits)
    {
        var positive = Math.Abs(number);
        var (text, exponent) = digits is { } count ? Significant(positive, count + 1) : Shortest(positive);
        var fraction = text.Length > 1 ? $"{text[0]}.{text[1..]}" : text;
        return $"{(number < 0 ? "-" : "")}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)}";
    }

    public static string Precision(double number, int? digits)
    {
        var count = digits!.Value;
        var (text, exponent) = Significant(Math.Abs(number), count);
        if (exponent < -6 || exponent >= count)
        {
            return Exponential(number, count - 1);
        }

        var sign = number < 0 ? "-" : "";
        if (exponent == count - 1)
        {
            return sign + text;
        }

        return exponent >= 0
            ? $"{sign}{text[..(exponent + 1)]}.{text[(exponent + 1)..]}"
            : $"{sign}0.{new string('0', -exponent - 1)}{text}";
    }

    private static (string Digits, int Exponent) Shortest(double positive)
    {
        if (positive == 0)
        {
            return ("0", 0);
        }

        var (digits, exponent) = NumberText.Digits(positive);
        return (digits, exponent - 1);
    }

    private static (string Digits, int Exponent) Significant(double positive, int count)
    {
        if (positive == 0)
        {
            return (new string('0', count), 0);
        }

        var exponent = Shortest(positive).Exponent;
        var digits = Scaled(positive, count - 1 - exponent).ToString(CultureInfo.InvariantCulture);
        if (digits.Length == count)
        {
            return (digits, exponent);
        }

        // Rounding, here or in the shortest form, has moved the first digit.
        exponent += digits.Length - count;
        return (Scaled(positive, count - 1 - exponent).ToString(CultureInfo.InvariantCulture), exponent);
    }

    // The number times a power of ten, rounded to the nearest whole number.
    private static BigInteger Scaled(double positive, int power)
    {
        var bits = BitConverter.DoubleToInt64Bits(positive);
        var biased = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFF;
        var (significand, exponent) = biased == 0 ? (mantissa, -1074) : (mantissa | (1L << 52), biased - 1075);
        BigInteger numerator = significand;
        var denominator = BigInteger.One;
        numerator *= BigInteger.Pow(10, Math.Max(0, power));
        denominator *= BigInteger.Pow(10, Math.Max(0, -power));
        numerator <<= Math.Max(0, exponent);
        denominator <<= Math.Max(0, -exponent);
        return ((numerator * 2) + denominator) / (denominator * 2);
    }
}
