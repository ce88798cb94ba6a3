using System.Text.Json.Nodes;

namespace StartupOrchestrator.Domain.Actors.Facts;

/// <summary>
/// A wait for whichever of several facts of one actor holds first. It is kept, told and ended as one: a step that goes on by
/// the status of a document would otherwise keep a wait for each status and take all but one back.
/// </summary>
public static class AnyOf
{
    /// <summary>Stands between the names; no name of a fact contains it.</summary>
    public const char Separator = '|';

    /// <summary>The name that asks for any of several facts.</summary>
    public static string Name(IEnumerable<string> facts) => string.Join(Separator, facts);

    /// <summary>The names in a name; itself when it asks for one fact only.</summary>
    public static string[] Parts(string name) => name.Split(Separator);

    /// <summary>The first of the asked facts that holds; null when none does.</summary>
    /// <param name="name">One name or several.</param>
    /// <param name="find">Finds a fact that holds now by its own name.</param>
    /// <returns>The fact; for several names one of the asked name, whose data are <c>{ fact, data }</c>.</returns>
    public static Fact? Find(string name, Func<string, Fact?> find)
    {
        if (!name.Contains(Separator, StringComparison.Ordinal))
        {
            return find(name);
        }

        return Parts(name).Select(find).FirstOrDefault(f => f is not null) is { } fact
            ? new Fact(name, new JsonObject { ["fact"] = fact.Name, ["data"] = fact.Data?.DeepClone() })
            : null;
    }
}
