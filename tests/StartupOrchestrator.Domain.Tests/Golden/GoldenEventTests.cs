using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Tests.Golden;

/// <summary>
/// Events as earlier releases wrote them. Every file must be read, written back alike and folded for ever; a changed
/// event gets a new version and an upcaster, never another file in place of this one.
/// </summary>
public class GoldenEventTests
{
    private static readonly ContractCatalog Catalog = ContractCatalog.Scan();
    private static readonly JsonSerializerOptions Indented = new(Catalog.Options) { WriteIndented = true };
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "StartupOrchestrator.Domain.Tests", "Golden");

    public static TheoryData<string> EventNames => [.. Catalog.Contracts.Where(c => c.Value.IsAssignableTo(typeof(Event))).Select(c => c.Key).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(EventNames))]
    public void Event_written_once_is_read_and_folded_for_ever(string name)
    {
        var version = Catalog.Of(new Sampler(1, full: true).Make(Catalog.Contracts[name])!).Version;
        var file = Path.Combine(Folder, $"{name}.v{version}.json");
        if (!File.Exists(file))
        {
            var sample = Catalog.Write(new Sampler(1, full: true).Make(Catalog.Contracts[name])!);
            File.WriteAllText(file, sample.ToJsonString(Indented) + "\n");
            Assert.Fail($"{name} version {version} had no golden file. It was written to {file}: look at it and commit it.");
        }

        foreach (var golden in Directory.GetFiles(Folder, $"{name}.v*.json"))
        {
            var node = JsonNode.Parse(File.ReadAllText(golden))!;
            var e = Catalog.Read<Event>(node);
            if ((int?)node["v"] == version)
            {
                Assert.Equal(node["data"]!.ToJsonString(Indented), Catalog.Write(e)["data"]!.ToJsonString(Indented));
            }

            foreach (var rules in DomainActors.All(CountryPackCatalog.Empty))
            {
                var state = rules.Apply(rules.Empty, e);
                JsonSerializer.Serialize(state, rules.StateType, Catalog.Options);
            }
        }
    }

    [Fact]
    public void Golden_file_belongs_to_an_event_that_is_still_known()
    {
        foreach (var name in Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f)!).Select(f => f[..f.LastIndexOf(".v", StringComparison.Ordinal)]))
        {
            Assert.True(Catalog.Contracts.ContainsKey(name), $"No event is called {name} any more, but journals hold it.");
        }
    }
}
