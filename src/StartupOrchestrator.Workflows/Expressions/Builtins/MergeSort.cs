namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>A stable sort that asks in the same order as V8 does, so that even comparers that contradict themselves give Node's result.</summary>
internal sealed class MergeSort<T>(T[] items, Func<T, T, double> compare)
{
    /// <summary>Sorts the items in place.</summary>
    public void Run()
    {
        if (items.Length < 2)
        {
            return;
        }

        var sorted = CountRun(0, items.Length);
        if (items.Length < 64)
        {
            Insert(0, sorted, items.Length);
            return;
        }

        var buffer = new T[items.Length];
        Split(0, items.Length, buffer);
    }

    // How long the front is sorted already; strictly descending fronts are turned round.
    private int CountRun(int low, int high)
    {
        if (low + 1 >= high)
        {
            return high;
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

        return end;
    }

    private void Insert(int low, int sorted, int high)
    {
        for (var next = sorted; next < high; next++)
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

    private void Split(int low, int high, T[] buffer)
    {
        if (high - low < 32)
        {
            Insert(low, low + 1, high);
            return;
        }

        var middle = low + ((high - low) >> 1);
        Split(low, middle, buffer);
        Split(middle, high, buffer);
        Array.Copy(items, low, buffer, low, middle - low);
        var (left, right, target) = (low, middle, low);
        while (left < middle && right < high)
        {
            items[target++] = compare(items[right], buffer[left]) < 0 ? items[right++] : buffer[left++];
        }

        Array.Copy(buffer, left, items, target, middle - left);
    }
}
