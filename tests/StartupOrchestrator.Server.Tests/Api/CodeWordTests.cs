using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Contracts;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Documents;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Domain.Submissions;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Server.Tests.Api;

/// <summary>Whatever code the server may send to a page has a word there in each language.</summary>
public sealed partial class CodeWordTests
{
    private static readonly JsonObject Table = JsonNode.Parse(File.ReadAllText(Path.Combine(Root(), "src", "web", "src", "shared", "codes.json")))!.AsObject();

    public static TheoryData<string, string[]> Statuses => new()
    {
        { "study", StatusName.Of(Enum.GetValues<StudyStatus>()) },
        { "studycountry", StatusName.Of(Enum.GetValues<CountryStatus>()) },
        { "site", StatusName.Of(Enum.GetValues<SiteStatus>()) },
        { "document", StatusName.Of(Enum.GetValues<DocumentStatus>()) },
        { "version", StatusName.Of(Enum.GetValues<VersionStatus>()) },
        { "submission", StatusName.Of(Enum.GetValues<SubmissionStatus>()) },
        { "decision", StatusName.Of(Enum.GetValues<SubmissionDecision>()) },
        { "rfi", StatusName.Of(Enum.GetValues<RfiStatus>()) },
        { "contract", StatusName.Of(Enum.GetValues<ContractStatus>()) },
        { "track", StatusName.Of(Enum.GetValues<TrackStatus>()) },
        { "task", StatusName.Of(Enum.GetValues<StartupTaskStatus>()) },
        { "gate", StatusName.Of(Enum.GetValues<GateStatus>()) },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public void EveryStatus_hasAWord(string kind, string[] codes) => Assert.Empty(Missing(Table["status"]![kind]!, codes));

    [Fact]
    public void EveryMilestone_hasAWord_andInEnglishItsName()
    {
        Assert.Empty(Missing(Table["milestone"]!, MilestoneCatalog.All.Select(m => m.Code)));
        Assert.All(MilestoneCatalog.All, m => Assert.Equal(m.Name, Table["milestone"]![m.Code]![0]!.GetValue<string>()));
    }

    [Fact]
    public void EveryCommand_hasAWord() => Assert.Empty(Missing(Table["command"]!, typeof(Command).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Command)) && !t.IsAbstract).Select(t => t.GetCustomAttribute<ContractAttribute>()?.Name).OfType<string>()));

    [Fact]
    public void EveryCauseOfABlockedStep_hasAWord() => Assert.Empty(Missing(Table["cause"]!, [
        .. Enum.GetValues<BlockCause>().Select(c => JsonSerializer.Serialize(c).Trim('"')), "role-empty", "waits-in-circle"]));

    [Fact]
    public void EveryConditionOfAGate_hasAWord() => Assert.Empty(Missing(Table["condition"]!, GatePolicies.Default.Select(c => $"{StatusName.Of(c.Gate)}.{c.Code}")));

    [Fact]
    public void EveryRoleBundle_hasAWord() => Assert.Empty(Missing(Table["bundle"]!, RoleBundle.All.Select(b => b.Code)));

    [Fact]
    public void EveryRoleOfTheStandardPlans_hasAWord()
    {
        var used = Directory.EnumerateFiles(Path.Combine(Root(), "workflows", "definitions"), "*.json")
            .SelectMany(f => RoleInput().Matches(File.ReadAllText(f))).Select(m => m.Groups["role"].Value).Distinct().ToList();
        Assert.Contains("SUS", used);
        Assert.Empty(Missing(Table["role"]!, used));
    }

    private static string[] Missing(JsonNode words, IEnumerable<string> codes) => [.. codes.Where(c => words[c] is not JsonArray { Count: 2 } pair || pair.Any(w => string.IsNullOrWhiteSpace(w?.GetValue<string>())))];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "StartupOrchestrator.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The repository's root is not above the tests.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("\"value\": *\"(?<role>[A-Z]{2,3})\"")]
    private static partial Regex RoleInput();
}
