using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence.Json;

namespace StartupOrchestrator.Domain.Persistence;

/// <summary>
/// The closed list of commands and events that may be written and read, by contract name and version. CLR names never
/// reach the journal, and nothing that is not in the list is ever created from text.
/// </summary>
public sealed class ContractCatalog
{
    private readonly FrozenDictionary<Type, ContractAttribute> byType;
    private readonly FrozenDictionary<string, Type> byName;
    private readonly FrozenDictionary<(string Name, int From), IUpcaster> upcasters;

    private ContractCatalog(Dictionary<Type, ContractAttribute> byType, Dictionary<string, Type> byName, IEnumerable<IUpcaster> upcasters)
    {
        this.byType = byType.ToFrozenDictionary();
        this.byName = byName.ToFrozenDictionary();
        this.upcasters = upcasters.ToFrozenDictionary(u => (u.Contract, u.FromVersion));
        var options = DomainJson.Create();
        options.Converters.Add(new ContractConverter<Command>(this));
        options.Converters.Add(new ContractConverter<Event>(this));
        options.MakeReadOnly();
        Options = options;
    }

    /// <summary><see cref="DomainJson.Options"/> plus commands and events as <c>{type, v, data}</c> wherever a member is one.</summary>
    public JsonSerializerOptions Options { get; }

    /// <summary>Names of all contracts with their types.</summary>
    public IReadOnlyDictionary<string, Type> Contracts => byName;

    /// <summary>Finds the contracts of assemblies; the kernel's own are always there.</summary>
    /// <exception cref="ContractException">A command or event has no contract, or two share one.</exception>
    public static ContractCatalog Scan(IEnumerable<Assembly> assemblies, IEnumerable<IUpcaster>? upcasters = null) =>
        From(assemblies.Append(typeof(ContractCatalog).Assembly).Distinct().SelectMany(a => a.GetTypes()), upcasters);

    /// <summary>As <see cref="Scan(IEnumerable{Assembly}, IEnumerable{IUpcaster}?)"/>, of exactly these types.</summary>
    public static ContractCatalog From(IEnumerable<Type> types, IEnumerable<IUpcaster>? upcasters = null)
    {
        var byType = new Dictionary<Type, ContractAttribute>();
        var byName = new Dictionary<string, Type>();
        foreach (var type in types)
        {
            if (type.IsAbstract || !(type.IsAssignableTo(typeof(Command)) || type.IsAssignableTo(typeof(Event))))
            {
                continue;
            }

            var contract = type.GetCustomAttribute<ContractAttribute>()
                ?? throw new ContractException($"{type} has no [Contract]: give it a name that stays for ever.");
            byType.Add(type, contract);
            if (!byName.TryAdd(contract.Name, type))
            {
                throw new ContractException($"{type} and {byName[contract.Name]} share the contract '{contract.Name}': rename one of them.");
            }
        }

        return new ContractCatalog(byType, byName, upcasters ?? []);
    }

    /// <inheritdoc cref="Scan(IEnumerable{Assembly}, IEnumerable{IUpcaster}?)"/>
    public static ContractCatalog Scan(params Assembly[] assemblies) => Scan(assemblies, null);

    /// <summary>The contract of a command or event.</summary>
    /// <exception cref="ContractException">The type is not in the catalogue.</exception>
    public ContractAttribute Of(object value) => byType.TryGetValue(value.GetType(), out var contract)
        ? contract
        : throw new ContractException($"{value.GetType()} is not in the catalogue: add its assembly to the scan.");

    /// <summary>The command or event as JSON text, without its name.</summary>
    public string WriteData(object value) => JsonSerializer.Serialize(value, value.GetType(), Options);

    /// <summary>A command or event as <c>{type, v, data}</c>.</summary>
    public JsonObject Write(object value)
    {
        var contract = Of(value);
        return new JsonObject { ["type"] = contract.Name, ["v"] = contract.Version, ["data"] = JsonSerializer.SerializeToNode(value, value.GetType(), Options) };
    }

    /// <summary>Reads what <see cref="Write"/> wrote, in any version since.</summary>
    /// <typeparam name="T"><see cref="Command"/> or <see cref="Event"/>.</typeparam>
    public T Read<T>(JsonNode node)
        where T : class
    {
        if (node is not JsonObject o || o["type"]?.GetValue<string>() is not { } name)
        {
            throw new ContractException("A command or event is written as an object with type, v and data.");
        }

        return Read<T>(name, o["v"]?.GetValue<int>() ?? 1, o["data"]);
    }

    /// <summary>Reads data of a contract, lifted from an older version where necessary.</summary>
    /// <exception cref="ContractException">The contract is not known, of a newer version, or of another sort.</exception>
    /// <exception cref="JsonException">The data do not fit the contract; the path says where.</exception>
    public T Read<T>(string name, int version, JsonNode? data)
        where T : class
    {
        if (!byName.TryGetValue(name, out var type) || !type.IsAssignableTo(typeof(T)))
        {
            throw new ContractException($"'{name}' is not a {typeof(T).Name.ToLowerInvariant()} that this version knows.");
        }

        var current = byType[type].Version;
        if (version > current)
        {
            throw new ContractException($"'{name}' version {version} was written by a newer release; this one knows version {current}. Upgrade before reading it.");
        }

        for (var v = version; v < current; v++)
        {
            var upcaster = upcasters.GetValueOrDefault((name, v)) ?? throw new ContractException($"No upcaster lifts '{name}' from version {v}.");
            data = upcaster.Lift(data as JsonObject ?? []);
        }

        return (T)(data ?? new JsonObject()).Deserialize(type, Options)!;
    }

    /// <inheritdoc cref="Read{T}(string, int, JsonNode?)"/>
    public T ReadText<T>(string name, int version, string data)
        where T : class =>
        byName.TryGetValue(name, out var type) && type.IsAssignableTo(typeof(T)) && byType[type].Version == version
            ? (T)JsonSerializer.Deserialize(data, type, Options)!
            : Read<T>(name, version, JsonNode.Parse(data));
}
