namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>Finds where a key belongs in a sorted run by steps that double, starting from a hint.</summary>
internal sealed class Gallop<T>(Func<T, T, double> compare)
{
    /// <summary>The place of the key before all equal items, relative to the start of the run.</summary>
    public int Left(T[] items, T key, int start, int length, int hint)
    {
        var (last, offset) = (0, 1);
        if (compare(items[start + hint], key) < 0)
        {
            var most = length - hint;
            while (offset < most && compare(items[start + hint + offset], key) < 0)
            {
                (last, offset) = (offset, Next(offset, most));
            }

            (last, offset) = (last + hint, Math.Min(offset, most) + hint);
        }
        else
        {
            var most = hint + 1;
            while (offset < most && compare(items[start + hint - offset], key) >= 0)
            {
                (last, offset) = (offset, Next(offset, most));
            }

            (last, offset) = (hint - Math.Min(offset, most), hint - last);
        }

        last++;
        while (last < offset)
        {
            var middle = last + ((offset - last) >> 1);
            if (compare(items[start + middle], key) < 0)
            {
                last = middle + 1;
            }
            else
            {
                offset = middle;
            }
        }

        return offset;
    }

    /// <summary>The place of the key behind all equal items, relative to the start of the run.</summary>
    public int Right(T[] items, T key, int start, int length, int hint)
    {
        var (last, offset) = (0, 1);
        if (compare(key, items[start + hint]) < 0)
        {
            var most = hint + 1;
            while (offset < most && compare(key, items[start + hint - offset]) < 0)
            {
                (last, offset) = (offset, Next(offset, most));
            }

            (last, offset) = (hint - Math.Min(offset, most), hint - last);
        }
        else
        {
            var most = length - hint;
            while (offset < most && compare(key, items[start + hint + offset]) >= 0)
            {
                (last, offset) = (offset, Next(offset, most));
            }

            (last, offset) = (last + hint, Math.Min(offset, most) + hint);
        }

        last++;
        while (last < offset)
        {
            var middle = last + ((offset - last) >> 1);
            if (compare(key, items[start + middle]) < 0)
            {
                offset = middle;
            }
            else
            {
                last = middle + 1;
            }
        }

        return offset;
    }

    private static int Next(int offset, int most) => Math.Min((offset << 1) + 1, most);
}
