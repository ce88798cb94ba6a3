namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>Merges two neighbouring sorted runs; gallops while one of them keeps winning.</summary>
internal sealed class RunMerge<T>(T[] items, Func<T, T, double> compare, Gallop<T> gallop, int minGallop)
{
    private const int GallopWins = 7;

    /// <summary>How often one run must win in a row before galloping pays; learnt from merge to merge.</summary>
    public int MinGallop { get; private set; } = minGallop;

    /// <summary>Merges from the front; the first run is the shorter one and waits in a copy.</summary>
    public void Forwards(int baseA, int a, int baseB, int b)
    {
        var copy = items.AsSpan(baseA, a).ToArray();
        var (target, at, from) = (baseA, 0, baseB);
        items[target++] = items[from++];
        b--;
        var least = MinGallop;
        while (a > 1 && b > 0)
        {
            var (winsA, winsB) = (0, 0);
            while (a > 1 && b > 0 && winsA < least && winsB < least)
            {
                if (compare(items[from], copy[at]) < 0)
                {
                    items[target++] = items[from++];
                    (b, winsA, winsB) = (b - 1, 0, winsB + 1);
                }
                else
                {
                    items[target++] = copy[at++];
                    (a, winsA, winsB) = (a - 1, winsA + 1, 0);
                }
            }

            if (a <= 1 || b == 0)
            {
                break;
            }

            least++;
            do
            {
                least = Math.Max(1, least - 1);
                MinGallop = least;
                winsA = gallop.Right(copy, items[from], at, a, 0);
                Array.Copy(copy, at, items, target, winsA);
                (target, at, a) = (target + winsA, at + winsA, a - winsA);
                if (a <= 1)
                {
                    break;
                }

                items[target++] = items[from++];
                if (--b == 0)
                {
                    break;
                }

                winsB = gallop.Left(items, copy[at], from, b, 0);
                Array.Copy(items, from, items, target, winsB);
                (target, from, b) = (target + winsB, from + winsB, b - winsB);
                if (b == 0)
                {
                    break;
                }

                items[target++] = copy[at++];
                a--;
            }
            while (a > 1 && (winsA >= GallopWins || winsB >= GallopWins));
            if (a > 1 && b > 0)
            {
                MinGallop = ++least;
            }
        }

        Array.Copy(items, from, items, target, b);
        Array.Copy(copy, at, items, target + b, a);
    }

    /// <summary>Merges from the end; the second run is the shorter one and waits in a copy.</summary>
    public void Backwards(int baseA, int a, int baseB, int b)
    {
        var copy = items.AsSpan(baseB, b).ToArray();
        var (target, at, from) = (baseB + b - 1, b - 1, baseA + a - 1);
        items[target--] = items[from--];
        a--;
        var least = MinGallop;
        while (b > 1 && a > 0)
        {
            var (winsA, winsB) = (0, 0);
            while (b > 1 && a > 0 && winsA < least && winsB < least)
            {
                if (compare(copy[at], items[from]) < 0)
                {
                    items[target--] = items[from--];
                    (a, winsA, winsB) = (a - 1, winsA + 1, 0);
                }
                else
                {
                    items[target--] = copy[at--];
                    (b, winsA, winsB) = (b - 1, 0, winsB + 1);
                }
            }

            if (b <= 1 || a == 0)
            {
                break;
            }

            least++;
            do
            {
                least = Math.Max(1, least - 1);
                MinGallop = least;
                winsA = a - gallop.Right(items, copy[at], baseA, a, a - 1);
                (target, from, a) = (target - winsA, from - winsA, a - winsA);
                Array.Copy(items, from + 1, items, target + 1, winsA);
                if (a == 0)
                {
                    break;
                }

                items[target--] = copy[at--];
                if (--b == 1)
                {
                    break;
                }

                winsB = b - gallop.Left(copy, items[from], 0, b, b - 1);
                (target, at, b) = (target - winsB, at - winsB, b - winsB);
                Array.Copy(copy, at + 1, items, target + 1, winsB);
                if (b <= 1)
                {
                    break;
                }

                items[target--] = items[from--];
                a--;
            }
            while (a > 0 && (winsA >= GallopWins || winsB >= GallopWins));
            if (b > 1 && a > 0)
            {
                MinGallop = ++least;
            }
        }

        // What is left of the first run moves up, what is left of the copy goes before it.
        (target, from) = (target - a, from - a);
        Array.Copy(items, from + 1, items, target + 1, a);
        Array.Copy(copy, 0, items, target - b + 1, b);
    }
}
