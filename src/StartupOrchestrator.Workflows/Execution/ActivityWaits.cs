using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors.Facts;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>
/// Orders what an activity waits for. Each wait has a name, unique in the activity; its end is told to <c>Resume</c>. All
/// waits that are still open when the activity completes or is cancelled are taken back.
/// </summary>
public sealed class ActivityWaits
{
    private readonly Burst _burst;
    private readonly ActivityInstance _instance;

    internal ActivityWaits(Burst burst, ActivityInstance instance)
    {
        _burst = burst;
        _instance = instance;
    }

    /// <summary>Waits for something from outside.</summary>
    /// <param name="kind">Kind of wait, as the host knows it; see <see cref="BookmarkKinds"/>.</param>
    /// <param name="payload">What is awaited; not to be changed afterwards.</param>
    /// <param name="name">Name of the wait; the kind when not given.</param>
    /// <param name="wait">Who must act, and by when.</param>
    /// <returns>Id of the bookmark.</returns>
    public string For(string kind, JsonNode? payload, string? name = null, Wait? wait = null) =>
        _burst.Waits.Register(_instance, kind, name ?? kind, payload, wait).Id;

    /// <summary>Waits until a fact of another actor holds; the actor answers at once if it holds already.</summary>
    /// <param name="actor">Address of the actor that owns the fact.</param>
    /// <param name="fact">Name of the fact.</param>
    /// <param name="wait">Who must act, and by when.</param>
    /// <param name="name">Name of the wait; the fact when not given.</param>
    /// <param name="retractable">Whether the activity wants to hear, while it lives on, that the fact ceased to hold (<c>Retracted</c>).</param>
    /// <returns>Id of the bookmark.</returns>
    public string ForFact(string actor, string fact, Wait? wait = null, string? name = null, bool retractable = false)
    {
        var payload = new JsonObject { ["actor"] = actor, ["fact"] = fact };
        if (retractable) payload[Facts.Retractable] = true;
        var bookmark = _burst.Waits.Add(_instance, BookmarkKinds.Fact, name ?? fact, payload, wait);
        _burst.Effects.Add(new AwaitFact(actor, fact, bookmark.Id, wait, Once: !retractable));
        return bookmark.Id;
    }

    /// <summary>
    /// Waits until any of several facts of one actor holds; it is one wait, ended by the first. <c>Resume</c> is told the
    /// name of the fact that came, unless the wait has a name of its own.
    /// </summary>
    /// <param name="actor">Address of the actor that owns the facts.</param>
    /// <param name="facts">Their names; of several that hold already, the first counts.</param>
    /// <param name="wait">Who must act, and by when.</param>
    /// <param name="name">Name of the wait.</param>
    /// <returns>Id of the bookmark.</returns>
    public string ForAny(string actor, IEnumerable<string> facts, Wait? wait = null, string? name = null) =>
        ForFact(actor, AnyOf.Name(facts), wait, name);

    /// <summary>Waits until a point in time; a point in the past fires as soon as the host looks.</summary>
    public string Until(Instant due, string name = BookmarkKinds.Timer, Wait? wait = null) =>
        _burst.Waits.Timer(_instance, BookmarkKinds.Timer, name, due, wait).Id;

    /// <summary>Waits until a time on a wall clock.</summary>
    public string Until(LocalDateTime due, DateTimeZone zone, string name = BookmarkKinds.Timer, Wait? wait = null) =>
        _burst.Waits.Timer(_instance, name, due, zone, wait).Id;

    /// <summary>Starts a child instance and waits for its end, whether finished, faulted or cancelled.</summary>
    /// <param name="definitionId">Logical id of the definition; the published version is started.</param>
    /// <param name="inputs">Inputs of the child.</param>
    /// <param name="correlationId">Correlation of the child; null for none.</param>
    /// <param name="iteration">Number of the child when the activity starts several.</param>
    /// <returns>Id of the child instance, derived from parent, activity and iteration.</returns>
    public string ForChild(string definitionId, IReadOnlyDictionary<string, JsonNode?> inputs, string? correlationId = null, int iteration = 0)
    {
        var id = ActivityEffects.ChildId(_burst, _instance, iteration);
        _burst.Waits.Add(_instance, BookmarkKinds.Child, id, new JsonObject { ["instanceId"] = id, ["definitionId"] = definitionId });
        _burst.Effects.Add(new StartChild(id, definitionId, inputs, correlationId, ReportsEnd: true));
        return id;
    }

    /// <summary>Whether a wait of this name is open.</summary>
    public bool IsOpen(string name) => _burst.Waits.Find(_instance, name) is not null;

    /// <summary>How many waits are open.</summary>
    public int Count => _burst.State.Bookmarks.Count(b => b.ActivityInstanceId == _instance.Id);

    /// <summary>Takes a wait back: its timer is stopped, its child cancelled.</summary>
    public void Drop(string name)
    {
        if (_burst.Waits.Find(_instance, name) is { } bookmark) _burst.Waits.Remove(bookmark);
    }
}
