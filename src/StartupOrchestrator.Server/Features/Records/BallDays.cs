using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Features.Sites;
using StartupOrchestrator.Server.Hosting;

namespace StartupOrchestrator.Server.Features.Records;

/// <summary>Counts the business days of each stretch in which one side held a contract or a submission's clock.</summary>
internal static class BallDays
{
    private static readonly string[] Fields = ["text.ball", "budget.ball", "stretches"];

    /// <summary>Adds <c>businessDays</c> to every stretch; an open one counts up to today.</summary>
    public static JsonObject Count(StoredView view, JsonObject details, CountryCalendars calendars, LocalDate today)
    {
        if (view.Id.Kind is ActorKind.Contract or ActorKind.Submission)
        {
            foreach (var stretch in Fields.Select(f => details[f]).OfType<JsonArray>().SelectMany(a => a).OfType<JsonObject>())
            {
                if (SiteReader.Date(stretch, "from") is { } from)
                {
                    stretch["businessDays"] = calendars.Waited(from, SiteReader.Date(stretch, "to") ?? today, view.Row.Country);
                }
            }
        }

        return details;
    }
}
