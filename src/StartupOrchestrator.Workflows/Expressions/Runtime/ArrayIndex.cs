namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>Keys that are array indices: the decimal numbers 0 to 4294967294 in their shortest form.</summary>
internal static class ArrayIndex
{
    private const double End = 4294967295;

    public static bool IsIndex(string key)
    {
        if (key.Length is 0 or > 10 || !char.IsAsciiDigit(key[0]))
        {
            return false;
        }

        return TryParse(key, out _);
    }

    public static uint Parse(string key) => TryParse(key, out var index) ? index : throw new ArgumentException("Not an index.", nameof(key));

    public static bool TryParse(string key, out uint index)
    {
        index = 0;
        if (key.Length is 0 or > 10 || (key[0] == '0' && key.Length > 1))
        {
            return false;
        }

        ulong value = 0;
        foreach (var c in key)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            value = (value * 10) + (ulong)(c - '0');
        }

        index = (uint)value;
        return value < (ulong)End;
    }

    /// <summary>Whether a number is an array index (minus zero is: it reads index 0).</summary>
    public static bool TryFrom(double number, out uint index)
    {
        index = number is >= 0 and < End ? (uint)number : 0;
        return number is >= 0 and < End && index == number;
    }
}
