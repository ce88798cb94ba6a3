namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>
/// A stable merge sort of natural runs with galloping, as Node sorts: it asks for the same comparisons in the same order,
/// so that even comparers that contradict themselves give Node's result.
/// </summary>
internal sealed class TimSort<T>(T[] items, Func<T, T, double> compare)
{
    private const int GallopWins = 7;
    private const int ShortRun = 64;

    private readonly List<(int Base, int Length)> _runs = [];
    private readonly Gallop<T> _gallop = new(compare);
    private int _minGallop = GallopWins;

    /// <summary>Sorts the items in place.</summary>
    public void Run()
    {
        var (low, remaining) = (0, items.Length);
        if (remaining < 2)
        {
            return;
        }

        var least = LeastRun(remaining);
        while (remaining > 0)
        {
            var length = CountRun(low, low + remaining);
            if (length < least)
            {
                var forced = Math.Min(least, remaining);
                Insert(low, low + length, low + forced);
                length = forced;
            }

            _runs.Add((low, length));
            Collapse();
            (low, remaining) = (low + length, remaining - length);
        }

        while (_runs.Count > 1)
        {
            var n = _runs.Count - 2;
            MergeAt(n > 0 && _runs[n - 1].Length < _runs[n + 1].Length ? n - 1 : n);
        }
    }

    private static int LeastRun(int length)
    {
        var rest = 0;
        while (length >= ShortRun)
        {
            rest |= length & 1;
            length >>= 1;
        }

        return length + rest;
    }

    // How long the front is sorted already; strictly descending fronts are turned round.
    private int CountRun(int low, int high)
    {
        if (low + 1 == high)
        {
            return 1;
        }

        var end = low + 2;
        var isDescending = compare(items[low + 1], items[low]) < 0;
        while (end < high && compare(items[end], items[end - 1]) < 0 == isDescending)
        {
            end++;
        }

        if (isDescending)
        {
            Array.Reverse(items, low, end - low);
        }

        return end - low;
    }

    private void Insert(int low, int sorted, int high)
    {
        for (var next = sorted == low ? low + 1 : sorted; next < high; next++)
        {
            var pivot = items[next];
            var (left, right) = (low, next);
            while (left < right)
            {
                var middle = left + ((right - left) >> 1);
                if (compare(pivot, items[middle]) < 0)
                {
                    right = middle;
                }
                else
                {
                    left = middle + 1;
                }
            }

            Array.Copy(items, left, items, left + 1, next - left);
            items[left] = pivot;
        }
    }

    // Keeps each run longer than the two after it together.
    private void Collapse()
    {
        while (_runs.Count > 1)
        {
            var n = _runs.Count - 2;
            if (!IsBalanced(n + 1) || !IsBalanced(n))
            {
                MergeAt(_runs[n - 1].Length < _runs[n + 1].Length ? n - 1 : n);
            }
            else if (_runs[n].Length <= _runs[n + 1].Length)
            {
                MergeAt(n);
            }
            else
            {
                return;
            }
        }
    }

    private bool IsBalanced(int n) => n < 2 || _runs[n - 2].Length > _runs[n - 1].Length + _runs[n].Length;

    private void MergeAt(int i)
    {
        var ((baseA, lengthA), (baseB, lengthB)) = (_runs[i], _runs[i + 1]);
        _runs[i] = (baseA, lengthA + lengthB);
        _runs.RemoveAt(i + 1);
        var skip = _gallop.Right(items, items[baseB], baseA, lengthA, 0);
        (baseA, lengthA) = (baseA + skip, lengthA - skip);
        if (lengthA == 0)
        {
            return;
        }

        lengthB = _gallop.Left(items, items[baseA + lengthA - 1], baseB, lengthB, lengthB - 1);
        if (lengthB == 0)
        {
            return;
        }

        var merge = new RunMerge<T>(items, compare, _gallop, _minGallop);
        if (lengthA <= lengthB)
        {
            merge.Forwards(baseA, lengthA, baseB, lengthB);
        }
        else
        {
            merge.Backwards(baseA, lengthA, baseB, lengthB);
        }

        _minGallop = merge.MinGallop;
    }
}
