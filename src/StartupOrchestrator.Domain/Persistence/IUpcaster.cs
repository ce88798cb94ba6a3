using System.Text.Json.Nodes;

namespace StartupOrchestrator.Domain.Persistence;

/// <summary>Lifts the data of one contract from one version to the next, so that what was once written is read for ever.</summary>
public interface IUpcaster
{
    /// <summary>Name of the contract.</summary>
    string Contract { get; }

    /// <summary>The version that it reads; it returns the next one.</summary>
    int FromVersion { get; }

    /// <summary>The data in the shape of the next version.</summary>
    JsonObject Lift(JsonObject data);
}
