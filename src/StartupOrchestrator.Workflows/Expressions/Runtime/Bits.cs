namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>The halves of 64-bit numbers.</summary>
internal static class Bits
{
    public static int High(double number) => (int)(BitConverter.DoubleToInt64Bits(number) >> 32);

    public static double WithHigh(double number, int high) =>
        BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(number) & 0xFFFFFFFFL) | ((long)high << 32));

    public static double CutLow(double number) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(number) & ~0xFFFFFFFFL);

    /// <summary>c0 + x (c1 + x (c2 + ...)).</summary>
    public static double Polynomial(double x, double[] terms)
    {
        var result = terms[^1];
        for (var i = terms.Length - 2; i >= 0; i--)
        {
            result = terms[i] + (x * result);
        }

        return result;
    }
}
