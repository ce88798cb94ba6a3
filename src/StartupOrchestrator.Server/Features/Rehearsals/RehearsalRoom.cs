using System.Collections.Concurrent;
using NodaTime;
using StartupOrchestrator.Server.Features.Rehearsals.Stage;
using StartupOrchestrator.Server.Hosting;

namespace StartupOrchestrator.Server.Features.Rehearsals;

/// <summary>Plays dry runs behind the button, one at a time; each leaves its database under the data folder, for looking at.</summary>
internal sealed class RehearsalRoom
{
    private readonly ConcurrentDictionary<string, RehearsalState> states = [];
    private readonly ProductOptions options;
    private readonly IHostApplicationLifetime life;
    private readonly ILogger<RehearsalRoom> log;
    private int busy;
    private int last;

    public RehearsalRoom(ProductOptions options, IHostApplicationLifetime life, ILogger<RehearsalRoom> log)
    {
        (this.options, this.life, this.log) = (options, life, log);
        foreach (var earlier in RehearsalShelf.Read(Folder))
        {
            states[earlier.Id] = earlier with { Number = ++last };
        }
    }

    private string Folder => Path.Combine(options.DataPath, RehearsalShelf.FolderName);

    /// <summary>Begins one; null when one is under way.</summary>
    public RehearsalState? Begin(StudyCopy copy, RehearsalOrder order, LocalDate today)
    {
        if (Interlocked.Exchange(ref busy, 1) == 1)
        {
            return null;
        }

        var id = $"{copy.Study}-{order.Seed}-{Guid.NewGuid():N}"[..Math.Min(60, copy.Study.Length + 24)].ToLowerInvariant();
        var state = states[id] = new RehearsalState(id, copy.Study, order.Seed, "running", null, null, null) { Begun = today, Number = Interlocked.Increment(ref last) };
        var folder = Path.Combine(Folder, id);
        _ = Task.Run(() => PlayAsync(id, new RehearsalRequest(copy, order.Seed, folder, today, order.Until)), life.ApplicationStopping);
        return state;
    }

    /// <summary>How far one is; null when it is not known.</summary>
    public RehearsalState? Find(string id) => states.GetValueOrDefault(id);

    /// <summary>Those of a study, newest first.</summary>
    public IReadOnlyList<RehearsalState> Of(string study) => [.. states.Values.Where(s => s.Study == study).OrderByDescending(s => s.Number)];

    private async Task PlayAsync(string id, RehearsalRequest request)
    {
        try
        {
            var report = await Rehearsal.RunAsync(request, progress => states[id] = states[id] with { Progress = progress }, life.ApplicationStopping);
            states[id] = states[id] with { Status = "done", Report = report };
            RehearsalShelf.Keep(request.Folder, states[id]);
        }
        catch (OperationCanceledException)
        {
            states[id] = states[id] with { Status = "stopped", Problem = "The server stopped. Begin again." };
        }
        catch (Exception e)
        {
            log.LogError(e, "A dry run could not go on");
            states[id] = states[id] with { Status = "failed", Problem = e is RehearsalException ? e.Message : "The dry run could not go on; the log says why. Nothing of this installation was changed." };
        }
        finally
        {
            Volatile.Write(ref busy, 0);
        }
    }
}

/// <summary>A dry run behind the button.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Study">Key of the study.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Status">running, done, failed or stopped.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Report">What it came to.</param>
/// <param name="Problem">Why it failed.</param>
public sealed record RehearsalState(string Id, string Study, long Seed, string Status, RehearsalProgress? Progress, RehearsalReport? Report, string? Problem)
{
    /// <summary>The day on which somebody began it.</summary>
    public LocalDate? Begun { get; init; }

    /// <summary>Rises with each run.</summary>
    public int Number { get; init; }
}
