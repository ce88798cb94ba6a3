namespace StartupOrchestrator.Crash;

/// <summary>What the workload processes said: kept here, outside of them and of their database.</summary>
internal sealed class Ledger
{
    private readonly Lock sync = new();

    /// <summary>A command that was sent.</summary>
    public sealed record Entry(string Kind, string Stream, string Id, string Receiver)
    {
        public bool Acknowledged { get; set; }
    }

    private readonly Dictionary<(string Stream, string Run), long> lastAnswers = [];

    public Dictionary<string, Entry> Entries { get; } = [];

    public int Acknowledged { get; private set; }

    /// <summary>How often an outcome was unknown or the database away.</summary>
    public int Again { get; private set; }

    public void Read(string line)
    {
        lock (sync)
        {
            // A line cut off by the kill says nothing.
            switch (line.Split(' '))
            {
                case ["try", var kind, var stream, var id, var receiver]:
                    Entries[id] = new Entry(kind, stream, id, receiver);
                    break;
                case ["ack", _, _, var id] when Entries.TryGetValue(id, out var entry):
                    entry.Acknowledged = true;
                    Acknowledged++;
                    lastAnswers[(entry.Stream, id.Split('.')[0])] = TimeProvider.System.GetTimestamp();
                    break;
                case ["again", _]:
                    Again++;
                    break;
            }
        }
    }

    /// <summary>Waits until every actor has answered a process other than <paramref name="frozen"/> from now on.</summary>
    /// <returns>How long the last of them took.</returns>
    public async Task<TimeSpan> EveryActorAnswersAsync(string frozen, TimeSpan patience)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (Silent() is { Count: > 0 } silent)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < patience, $"{string.Join(", ", silent)} answered nobody in {patience.TotalSeconds:F0} s.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        return TimeProvider.System.GetElapsedTime(began);

        List<string> Silent()
        {
            lock (sync)
            {
                var answered = lastAnswers.Where(a => a.Key.Run != frozen && a.Value > began).Select(a => a.Key.Stream).ToHashSet();
                return [.. lastAnswers.Keys.Select(k => k.Stream).Distinct().Where(s => !answered.Contains(s))];
            }
        }
    }

    /// <summary>Waits for so many more acknowledgements.</summary>
    /// <returns>How long the first of them took.</returns>
    public async Task<TimeSpan> MoreAsync(int count, TimeSpan patience)
    {
        var before = Acknowledged;
        var began = TimeProvider.System.GetTimestamp();
        TimeSpan? first = null;
        while (Acknowledged < before + count)
        {
            first ??= Acknowledged > before ? TimeProvider.System.GetElapsedTime(began) : null;
            Assert.True(TimeProvider.System.GetElapsedTime(began) < patience, $"Only {Acknowledged - before} of {count} acknowledgements came in {patience.TotalSeconds:F0} s.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        return first ?? TimeProvider.System.GetElapsedTime(began);
    }
}
