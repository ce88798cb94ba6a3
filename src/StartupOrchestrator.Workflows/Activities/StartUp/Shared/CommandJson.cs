using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Workflows.Activities.StartUp.Shared;

/// <summary>Commands of the domain as the engine's effects carry them: <c>{type, v, data}</c> under contract names.</summary>
internal static class CommandJson
{
    private static readonly ConcurrentDictionary<Type, ContractAttribute> Contracts = new();

    public static JsonObject Write(Command command)
    {
        var type = command.GetType();
        var contract = Contracts.GetOrAdd(type, static t => t.GetCustomAttribute<ContractAttribute>()
            ?? throw new InvalidOperationException($"{t.Name} has no contract name: add the Contract attribute."));
        return new JsonObject { ["type"] = contract.Name, ["v"] = contract.Version, ["data"] = JsonSerializer.SerializeToNode(command, type, DomainJson.Options) };
    }
}
