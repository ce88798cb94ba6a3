using System.Text.Json.Nodes;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Definitions;

/// <summary>A file from Elsa Studio, or one that was exported here.</summary>
/// <param name="Content">Elsa 3 JSON.</param>
/// <param name="Publish">Publish it at once; else it becomes the caller's draft.</param>
/// <param name="Note">With publishing: what changed and why.</param>
public sealed record ImportDefinitionRequest(JsonNode Content, bool Publish = false, string? Note = null);

/// <summary>What was imported.</summary>
/// <param name="Key">Key of the definition: its logical id where that can be a key.</param>
/// <param name="Version">Version that was published; null for a draft.</param>
/// <param name="RecordVersion">The definition's version: the ETag.</param>
/// <param name="Problems">What is to be known about it.</param>
public sealed record ImportedDefinition(string Key, int? Version, long RecordVersion, IReadOnlyList<ProblemLine> Problems);

/// <summary>Asks to begin a draft from an old version; the caller's draft is replaced.</summary>
/// <param name="Version">The version to go back to.</param>
public sealed record RevertRequest(int Version);

/// <summary>Asks to run a definition in memory, on virtual time: nothing real is touched.</summary>
/// <param name="Content">The definition; null: the caller's draft, else the newest version.</param>
/// <param name="Inputs">Inputs by name.</param>
public sealed record TryRequest(JsonNode? Content = null, JsonObject? Inputs = null);

/// <summary>How a run in memory ended.</summary>
/// <param name="Status">Running or Finished.</param>
/// <param name="SubStatus">Finished, Faulted, Cancelled or Suspended.</param>
/// <param name="Lines">Lines printed, in order.</param>
/// <param name="Outputs">Outputs by name.</param>
/// <param name="Fault">Why it ended, when an activity failed.</param>
/// <param name="Steps">Activities that ran, in order.</param>
/// <param name="Blocked">Steps that could not go on.</param>
/// <param name="GivenUp">It was still going on after very many steps.</param>
public sealed record TryResult(
    string Status, string SubStatus, IReadOnlyList<string> Lines, JsonObject Outputs, string? Fault, IReadOnlyList<string> Steps, IReadOnlyList<TryBlocked> Blocked, bool GivenUp);

/// <summary>A step that could not go on.</summary>
/// <param name="Activity">Id of the activity.</param>
/// <param name="Name">Its name on the canvas.</param>
/// <param name="Message">Why.</param>
public sealed record TryBlocked(string Activity, string? Name, [property: Told] string Message);
