using System.Globalization;
using System.Numerics;

namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>Strings as numbers, by the rules of <c>Number(text)</c>.</summary>
internal static class NumberParser
{
    // So many digits exceed 2^1024 in every radix.
    private const int BeyondEveryDouble = 1100;

    /// <summary>JavaScript's white space, ends of line included.</summary>
    public static bool IsBlank(char c) => c switch
    {
        ' ' or '\t' or '\n' or '\v' or '\f' or '\r' or '\u00a0' or '\ufeff' or '\u2028' or '\u2029' => true,
        < '\u1680' => false,
        _ => char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator,
    };

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => TrimEnd(TrimStart(text));

    public static ReadOnlySpan<char> TrimStart(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && IsBlank(text[start]))
        {
            start++;
        }

        return text[start..];
    }

    public static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text[..end];
    }

    public static double Parse(ReadOnlySpan<char> text)
    {
        text = Trim(text);
        if (text.IsEmpty)
        {
            return 0;
        }

        if (text.Length > 2 && text[0] == '0')
        {
            var radix = char.ToLowerInvariant(text[1]) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 0 };
            if (radix != 0)
            {
                return Radix(text[2..], radix);
            }
        }

        var length = DecimalLength(text);
        return length == text.Length ? Decimal(text) : double.NaN;
    }

    /// <summary>How much of the front is a decimal number, "Infinity" included; 0 for nothing.</summary>
    public static int DecimalLength(ReadOnlySpan<char> text)
    {
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        if (text[at..].StartsWith("Infinity", StringComparison.Ordinal))
        {
            return at + "Infinity".Length;
        }

        var whole = Digits(text, at);
        at += whole;
        var fraction = 0;
        if (at < text.Length && text[at] == '.')
        {
            fraction = Digits(text, at + 1);
            at += whole + fraction > 0 ? 1 + fraction : 0;
        }

        if (whole + fraction == 0)
        {
            return 0;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var sign = at + 1 < text.Length && text[at + 1] is '+' or '-' ? 1 : 0;
            var exponent = Digits(text, at + 1 + sign);
            at += exponent > 0 ? 1 + sign + exponent : 0;
        }

        return at;
    }

    /// <summary>The value of what <see cref="DecimalLength"/> measured.</summary>
    public static double Decimal(ReadOnlySpan<char> text)
    {
        if (text.EndsWith("Infinity", StringComparison.Ordinal))
        {
            return text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        }

        return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>A whole number in this radix, correctly rounded; NaN if a character is no digit or nothing is there.</summary>
    public static double Radix(ReadOnlySpan<char> digits, int radix)
    {
        foreach (var c in digits)
        {
            if (Digit(c) >= radix)
            {
                return double.NaN;
            }
        }

        if (digits.IsEmpty)
        {
            return double.NaN;
        }

        digits = digits.TrimStart('0');
        if (digits.Length > BeyondEveryDouble)
        {
            return double.PositiveInfinity;
        }

        var value = BigInteger.Zero;
        foreach (var c in digits)
        {
            value = (value * radix) + Digit(c);
        }

        return RoundToDouble(value);
    }

    /// <summary>The value of a digit or letter, 99 for anything else.</summary>
    public static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'z' => c - 'a' + 10,
        >= 'A' and <= 'Z' => c - 'A' + 10,
        _ => 99,
    };

    // The cast from BigInteger to double cuts instead of rounding to even; decimal text rounds correctly.
    private static double RoundToDouble(BigInteger value) => value.GetBitLength() <= 53
        ? (double)value
        : double.Parse(value.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static int Digits(ReadOnlySpan<char> text, int from)
    {
        var at = from;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return Math.Max(0, at - from);
    }
}
