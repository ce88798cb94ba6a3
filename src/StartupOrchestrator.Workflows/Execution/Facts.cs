using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Workflows.Activities;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Remembers which facts a live activity has seen, so that their retraction finds it.</summary>
internal static class Facts
{
    /// <summary>Member of a bookmark's payload: the activity wants to hear of the retraction.</summary>
    public const string Retractable = "retractable";

    private const string Key = "$facts";

    public static void Note(ActivityInstance instance, Bookmark bookmark)
    {
        if (bookmark.Payload?[Retractable] is null) return;
        instance.Memory ??= [];
        var seen = instance.Memory.GetValueOrDefault(Key)?.DeepClone() as JsonObject ?? [];
        seen[bookmark.Id] = new JsonObject { ["name"] = bookmark.Name, ["payload"] = bookmark.Payload?.DeepClone() };
        instance.Memory[Key] = seen;
    }

    /// <summary>What the activity is told: of a wait for any of several facts, which of them came and its own data.</summary>
    public static Resumption Told(Bookmark bookmark, JsonNode? payload)
    {
        var asked = (string?)bookmark.Payload?["fact"] ?? "";
        if (!asked.Contains(AnyOf.Separator, StringComparison.Ordinal)) return new Resumption(bookmark, payload);
        var came = (string?)(payload as JsonObject)?["fact"] ?? AnyOf.Parts(asked)[0];
        return new Resumption(bookmark.Name == asked ? bookmark with { Name = came } : bookmark, (payload as JsonObject)?["data"]);
    }

    /// <summary>The live activity that saw, or still awaits, the fact of this bookmark.</summary>
    public static (ActivityInstance Instance, Bookmark Bookmark)? FindHolder(Burst burst, string bookmarkId)
    {
        foreach (var instance in burst.State.Activities)
        {
            if ((instance.Memory?.GetValueOrDefault(Key) as JsonObject)?[bookmarkId] is not JsonObject seen) continue;
            return (instance, new Bookmark(bookmarkId, instance.Id, BookmarkKinds.Fact, (string)seen["name"]!, seen["payload"]));
        }

        return null;
    }
}
