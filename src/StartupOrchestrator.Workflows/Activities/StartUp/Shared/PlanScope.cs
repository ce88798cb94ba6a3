using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Workflows.Execution;

using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Workflows.Activities.StartUp.Shared;

/// <summary>For whom a plan works: read from the surroundings of a step, written into the inputs of children.</summary>
public static class PlanScope
{
    /// <summary>Name of the workflow input, and of the member of a child's inputs, that holds the scope.</summary>
    public const string Input = "scope";

    /// <summary>The scope of the plan whose step this is.</summary>
    public static Scope Of(ActivityContext step) => Read(step.Facts);

    /// <summary>Reads a scope from its JSON form.</summary>
    public static Scope Read(JsonObject json) => new((string?)json["sponsor"], (string?)json["study"], (string?)json["country"], (string?)json["site"]);

    /// <summary>The JSON form: sponsor, study, country, site; what is null is left out.</summary>
    public static JsonObject Write(Scope scope)
    {
        var json = new JsonObject();
        Add(json, "sponsor", scope.Sponsor);
        Add(json, "study", scope.Study);
        Add(json, "country", scope.Country);
        Add(json, "site", scope.Site);
        return json;
    }

    /// <summary>The actor of a level of the plan's scope.</summary>
    /// <param name="step">The step.</param>
    /// <param name="level"><c>study</c>, <c>country</c>, <c>site</c>; empty or <c>own</c>: the nearest.</param>
    /// <exception cref="ActivityFaultException">The plan works for no actor of that level.</exception>
    public static ActorId Actor(ActivityContext step, string? level)
    {
        var scope = Of(step);
        return level switch
        {
            "study" => scope.StudyActor,
            "country" => scope.CountryActor,
            "site" => scope.SiteActor,
            _ => scope.Parent,
        } ?? throw new ActivityFaultException($"This plan works for no {(level is null or "" or "own" ? "study" : level)}. Start it from a plan of that level.");
    }

    /// <summary>The scope cut down to a level.</summary>
    public static Scope At(Scope scope, string? level) => level switch
    {
        "study" => scope with { Country = null, Site = null },
        "country" => scope with { Site = null },
        _ => scope,
    };

    private static void Add(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
