using System.Globalization;

namespace StartupOrchestrator.Workflows.Activities.Time;

/// <summary>The values that one field of a cron expression allows.</summary>
internal sealed class CronField
{
    public static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    public static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
    private readonly ulong _values;
    private readonly int _max;

    private CronField(ulong values, int max) => (_values, _max) = (values, max);

    /// <exception cref="FormatException">The field cannot be read; the message names it.</exception>
    public static CronField Parse(string field, string text, int min, int max, string[]? names = null)
    {
        ulong values = 0;
        foreach (var part in text.Split(',')) values |= Range(field, part, min, max, names);
        return new CronField(values, max);
    }

    public bool Has(int value) => (_values >> value & 1) == 1;

    /// <summary>The first allowed value from here on.</summary>
    public int? From(int value)
    {
        for (; value <= _max; value++)
            if (Has(value)) return value;
        return null;
    }

    public static int Number(string field, string text, int min, int max, string[]? names)
    {
        if (names is not null)
        {
            var index = Array.FindIndex(names, n => n.Equals(text, StringComparison.OrdinalIgnoreCase));
            if (index >= 0) return index + min;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max) return number;
        throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"the {field} '{text}' is not between {min} and {max}"));
    }

    private static ulong Range(string field, string part, int min, int max, string[]? names)
    {
        var step = 1;
        var slash = part.IndexOf('/', StringComparison.Ordinal);
        var range = slash < 0 ? part : part[..slash];
        if (slash >= 0) step = Number(field + " step", part[(slash + 1)..], 1, max, null);
        int from, to;
        if (range is "*" or "?") (from, to) = (min, max);
        else if (range.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash)
            (from, to) = (Number(field, range[..dash], min, max, names), Number(field, range[(dash + 1)..], min, max, names));
        else
        {
            from = Number(field, range, min, max, names);
            to = slash >= 0 ? max : from;
        }

        ulong values = 0;
        if (from > to)
        {
            // A range may run over the end, as FRI-MON.
            for (var v = from; v <= max; v += step) values |= 1UL << v;
            from = min + ((step - ((max - from + 1) % step)) % step);
        }

        for (var v = from; v <= to; v += step) values |= 1UL << v;
        return values;
    }
}
