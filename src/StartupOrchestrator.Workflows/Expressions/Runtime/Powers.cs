namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>
/// Powers of numbers, to the last bit as Node has them: the logarithm to base two in double precision twice over,
/// times the exponent, and back by a rational approximation, after the method of Sun's freely distributable math library.
/// Machines' own libraries differ in the last bit.
/// </summary>
internal static class Powers
{
    private const double LogTwo = 6.93147180559945286227e-01;
    private const double LogTwoHigh = 6.93147182464599609375e-01;
    private const double LogTwoLow = -1.90465429995776804525e-09;
    private const double OverflowRest = 8.0085662595372944372e-17;

    private static readonly double[] ExponentialTerms =
    [
        1.66666666666666019037e-01, -2.77777777770155933842e-03, 6.61375632143793436117e-05, -1.65339022054652515390e-06,
        4.13813679705723846039e-08,
    ];

    public static double Of(double x, double y)
    {
        if (y == 0)
        {
            return 1;
        }

        var magnitude = Math.Abs(x);
        if (double.IsNaN(x) || double.IsNaN(y) || (magnitude == 1 && double.IsInfinity(y)))
        {
            return double.NaN;
        }

        if (double.IsInfinity(y))
        {
            return magnitude > 1 == y > 0 ? double.PositiveInfinity : 0;
        }

        if (y is 1 or 2 or -1 || (y == 0.5 && !double.IsNegative(x)))
        {
            return y switch { 1 => x, 2 => x * x, -1 => 1 / x, _ => Math.Sqrt(x) };
        }

        var isWhole = Math.Truncate(y) == y;
        var isOdd = isWhole && Math.Abs(y) < 9007199254740992 && Math.Abs(y % 2) == 1;
        var sign = double.IsNegative(x) && isOdd ? -1.0 : 1.0;
        if (magnitude == 0 || double.IsInfinity(magnitude) || magnitude == 1)
        {
            var plain = y < 0 ? 1 / magnitude : magnitude;
            return x == -1 && !isWhole ? double.NaN : sign * plain;
        }

        return x < 0 && !isWhole ? double.NaN : sign * OfPositive(magnitude, y);
    }

    private static double OfPositive(double x, double y)
    {
        if (Math.Abs(y) > 2147483648 && IsFarFromOne(x, y))
        {
            return x > 1 == y > 0 ? double.PositiveInfinity : 0;
        }

        var (high, low) = Math.Abs(y) > 2147483648 ? Logarithms.NearOne(x) : Logarithms.BaseTwo(x);
        var yHigh = Bits.CutLow(y);
        var productLow = ((y - yHigh) * high) + (y * low);
        var productHigh = yHigh * high;
        var product = productLow + productHigh;
        if (product > 1024 || (product == 1024 && productLow + OverflowRest > product - productHigh))
        {
            return double.PositiveInfinity;
        }

        if (product < -1075 || (product == -1075 && productLow <= product - productHigh))
        {
            return 0;
        }

        return Exponential(product, productHigh, productLow);
    }

    private static bool IsFarFromOne(double x, double y) =>
        Math.Abs(y) > 18446744073709551616.0 || Bits.High(x) is < 0x3FEFFFFF or > 0x3FF00000;

    // Two to the power of high + low.
    private static double Exponential(double sum, double high, double low)
    {
        var top = Bits.High(sum);
        var n = 0;
        if ((top & 0x7FFFFFFF) > 0x3FE00000)
        {
            var shift = ((top & 0x7FFFFFFF) >> 20) - 0x3FF;
            n = top + (0x00100000 >> (shift + 1));
            shift = ((n & 0x7FFFFFFF) >> 20) - 0x3FF;
            high -= Bits.WithHigh(0, n & ~(0x000FFFFF >> shift));
            n = ((n & 0x000FFFFF) | 0x00100000) >> (20 - shift);
            n = top < 0 ? -n : n;
        }

        var t = Bits.CutLow(low + high);
        var u = t * LogTwoHigh;
        var v = ((low - (t - high)) * LogTwo) + (t * LogTwoLow);
        var z = u + v;
        var w = v - (z - u);
        var square = z * z;
        var terms = z - (square * Bits.Polynomial(square, ExponentialTerms));
        // The correction belongs outside the quotient; Node has it inside, which is where its odd last digits come from.
        var rest = z * terms / (terms - 2.0 - (w + (z * w)));
        z = 1.0 - (rest - z);
        var result = Bits.High(z) + (n << 20);
        return result >> 20 <= 0 ? Math.ScaleB(z, n) : Bits.WithHigh(z, result);
    }
}
