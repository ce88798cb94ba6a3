using System.Globalization;

namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>Numbers as JavaScript writes them in base ten.</summary>
internal static class NumberText
{
    private static readonly string[] Small = [.. Enumerable.Range(0, 256).Select(i => i.ToString(CultureInfo.InvariantCulture))];

    public static string Of(double number)
    {
        if (number is >= 0 and < 256 && (int)number == number)
        {
            return Small[(int)number];
        }

        if (Math.Abs(number) < 1e15 && Math.Truncate(number) == number)
        {
            return ((long)number).ToString(CultureInfo.InvariantCulture);
        }

        if (double.IsNaN(number))
        {
            return "NaN";
        }

        if (double.IsInfinity(number))
        {
            return number > 0 ? "Infinity" : "-Infinity";
        }

        var (digits, exponent) = Digits(Math.Abs(number));
        return (number < 0 ? "-" : "") + Layout(digits, exponent);
    }

    /// <summary>The shortest digits that read back as the number, and the power of ten: 0.digits x 10^exponent.</summary>
    public static (string Digits, int Exponent) Digits(double positive)
    {
        var shortest = positive.ToString("R", CultureInfo.InvariantCulture);
        var mark = shortest.IndexOf('E');
        var scale = mark < 0 ? 0 : int.Parse(shortest.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = mark < 0 ? shortest : shortest[..mark];
        var point = mantissa.IndexOf('.');
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var significant = all.TrimStart('0');
        var whole = point < 0 ? mantissa.Length : point;
        return (significant.TrimEnd('0'), whole + scale - (all.Length - significant.Length));
    }

    private static string Layout(string digits, int exponent)
    {
        if (exponent is > 0 and <= 21)
        {
            return digits.Length <= exponent
                ? digits + new string('0', exponent - digits.Length)
                : $"{digits.AsSpan(0, exponent)}.{digits.AsSpan(exponent)}";
        }

        if (exponent is > -6 and <= 0)
        {
            return $"0.{new string('0', -exponent)}{digits}";
        }

        var power = exponent - 1;
        var suffix = string.Create(CultureInfo.InvariantCulture, $"e{(power < 0 ? '-' : '+')}{Math.Abs(power)}");
        return digits.Length == 1 ? digits + suffix : $"{digits[0]}.{digits.AsSpan(1)}{suffix}";
    }
}
