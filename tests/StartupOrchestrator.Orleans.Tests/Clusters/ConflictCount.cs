using System.Diagnostics.Metrics;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Composition;

namespace StartupOrchestrator.Orleans.Tests.Clusters;

/// <summary>Counts steps and lost races of one kind of actor, as the product's own metrics tell them.</summary>
internal sealed class ConflictCount : IDisposable
{
    private readonly MeterListener listener = new();
    private long steps;
    private long conflicts;

    public ConflictCount(ActorKind kind)
    {
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == RuntimeTelemetry.Name && instrument.Name == "startup.steps")
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            if (Has(tags, "kind", kind.ToString()))
            {
                Interlocked.Add(ref steps, count);
                Interlocked.Add(ref conflicts, Has(tags, "outcome", "Conflict") ? count : 0);
            }
        });
        listener.Start();
    }

    public long Steps => Interlocked.Read(ref steps);

    public long Conflicts => Interlocked.Read(ref conflicts);

    private static bool Has(ReadOnlySpan<KeyValuePair<string, object?>> tags, string key, string value)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == key && tag.Value is string text && text == value)
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => listener.Dispose();
}
