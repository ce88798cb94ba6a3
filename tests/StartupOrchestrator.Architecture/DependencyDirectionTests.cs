using System.Xml.Linq;

namespace StartupOrchestrator.Architecture;

/// <summary>
/// Dependencies point one way. Seen red: a reference from Domain to Workflows, and one from Workflows to Runtime.
/// </summary>
public sealed class DependencyDirectionTests
{
    /// <summary>What each room may know, besides what those rooms know themselves.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Domain"] = [],
        ["Workflows"] = ["Domain"],
        ["Runtime"] = ["Workflows", "Domain"],
        ["Storage"] = ["Runtime"],
        ["Storage.Sqlite"] = ["Storage"],
        ["Storage.PostgreSql"] = ["Storage"],
        ["Correspondence"] = ["Domain", "Runtime"],
        ["Orleans"] = ["Runtime", "Storage.PostgreSql"],
        ["MailKit"] = ["Correspondence"],
        ["Server"] = ["Correspondence", "MailKit", "Orleans", "Storage.PostgreSql", "Storage.Sqlite"],
        ["Cli"] = ["Server"],
    };

    public static TheoryData<string> Rooms() => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_references_only_the_rooms_below_it(string room)
    {
        var references = References(room).ToList();

        Assert.Empty(references.Except(Allowed[room]));
    }

    [Fact]
    public void Every_room_of_the_sources_is_in_the_list()
    {
        var rooms = Directory.GetDirectories(Path.Combine(Repository.Root, "src"), "StartupOrchestrator.*")
            .Select(d => Path.GetFileName(d)["StartupOrchestrator.".Length..]);

        Assert.Empty(rooms.Except(Allowed.Keys));
    }

    [Fact]
    public void The_domain_has_one_package()
    {
        var packages = Project("Domain").Descendants("PackageReference").Select(p => p.Attribute("Include")!.Value);

        Assert.Equal(["NodaTime"], packages);
    }

    private static IEnumerable<string> References(string room) =>
        Project(room).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
            .Select(name => name["StartupOrchestrator.".Length..]);

    private static XDocument Project(string room)
    {
        var folder = room == "Cli" ? "tools" : "src";
        return XDocument.Load(Path.Combine(Repository.Root, folder, $"StartupOrchestrator.{room}", $"StartupOrchestrator.{room}.csproj"));
    }
}
