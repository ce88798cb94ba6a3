namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>Logarithms to base two as a sum of two numbers, which together carry more digits than one.</summary>
internal static class Logarithms
{
    private const double Factor = 9.61796693925975554329e-01;
    private const double FactorHigh = 9.61796700954437255859e-01;
    private const double FactorLow = -7.02846165095275826516e-09;
    private const double HalfMoreHigh = 5.84962487220764160156e-01;
    private const double HalfMoreLow = 1.35003920212974897128e-08;
    private const double InverseLogTwo = 1.44269504088896338700e+00;
    private const double InverseLogTwoHigh = 1.44269502162933349609e+00;
    private const double InverseLogTwoLow = 1.92596299112661746887e-08;

    private static readonly double[] Terms =
    [
        5.99999999999994648725e-01, 4.28571428578550184252e-01, 3.33333329818377432918e-01, 2.72728123808534006489e-01,
        2.30660745775561754067e-01, 2.06975017800338417784e-01,
    ];

    /// <summary>For numbers that differ from one by less than a millionth.</summary>
    public static (double High, double Low) NearOne(double x)
    {
        var t = x - 1.0;
        var w = t * t * (0.5 - (t * (0.3333333333333333333333 - (t * 0.25))));
        var u = InverseLogTwoHigh * t;
        var v = (t * InverseLogTwoLow) - (w * InverseLogTwo);
        var high = Bits.CutLow(u + v);
        return (high, v - (high - u));
    }

    public static (double High, double Low) BaseTwo(double x)
    {
        var (scaled, exponent, isHalfMore) = Scale(x);
        var middle = isHalfMore ? 1.5 : 1.0;
        var u = scaled - middle;
        var v = 1.0 / (scaled + middle);
        var ratio = u * v;
        var ratioHigh = Bits.CutLow(ratio);
        var sumHigh = Bits.WithHigh(0, ((Bits.High(scaled) >> 1) | 0x20000000) + 0x00080000 + (isHalfMore ? 1 << 18 : 0));
        var sumLow = scaled - (sumHigh - middle);
        var ratioLow = v * (u - (ratioHigh * sumHigh) - (ratioHigh * sumLow));
        var square = ratio * ratio;
        var rest = square * square * Bits.Polynomial(square, Terms);
        rest += ratioLow * (ratioHigh + ratio);
        square = ratioHigh * ratioHigh;
        var high = Bits.CutLow(3.0 + square + rest);
        var low = rest - (high - 3.0 - square);
        u = ratioHigh * high;
        v = (ratioLow * high) + (low * ratio);
        var productHigh = Bits.CutLow(u + v);
        var productLow = v - (productHigh - u);
        var zHigh = FactorHigh * productHigh;
        var zLow = (FactorLow * productHigh) + (productLow * Factor) + (isHalfMore ? HalfMoreLow : 0);
        var offset = isHalfMore ? HalfMoreHigh : 0;
        var result = Bits.CutLow(zHigh + zLow + offset + exponent);
        return (result, zLow - (result - exponent - offset - zHigh));
    }

    // The number as s x 2^n with s near 1 or near 1.5.
    private static (double Scaled, int Exponent, bool IsHalfMore) Scale(double x)
    {
        var exponent = 0;
        if (Bits.High(x) < 0x00100000)
        {
            x *= 9007199254740992.0;
            exponent = -53;
        }

        var top = Bits.High(x);
        exponent += (top >> 20) - 0x3FF;
        var fraction = top & 0x000FFFFF;
        top = fraction | 0x3FF00000;
        if (fraction >= 0xBB67A)
        {
            return (Bits.WithHigh(x, top - 0x00100000), exponent + 1, false);
        }

        return (Bits.WithHigh(x, top), exponent, fraction > 0x3988E);
    }
}
