using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Workflows.Simulation.World;

namespace StartupOrchestrator.Workflows.Tests.Simulation.World;

/// <summary>Asks the world what comes next for one item, in words short enough for a table.</summary>
internal sealed class Outside(params (string Question, string Answer)[] choices) : IWorldPolicy, IWorldHands, IWorldView
{
    public LocalDate Today => new(2026, 3, 12);

    public List<string> Asked { get; } = [];

    public ViewRow? Application { get; init; }

    public IReadOnlyList<WorldAct> Acts(string id, ViewRow row) =>
        [.. new Workflows.Simulation.World.World(new SplitRandom(7), this).Next(new WorldItem(ActorId.Parse(id), row), this)];

    /// <summary>Role, command and data of each act.</summary>
    public string Next(string id, ViewRow row) => string.Join("; ", Acts(id, row).Select(a => $"{a.Role}: {Say(a)}"));

    public string Say(WorldAct act)
    {
        var command = act.Command(this);
        var data = JsonSerializer.Serialize(command, command.GetType(), DomainJson.Options).Replace("\"", "", StringComparison.Ordinal);
        data = Regex.Replace(data, @",?\w+:\[\]", "").Replace("{,", "{", StringComparison.Ordinal);
        return data == "{}" ? command.GetType().Name : command.GetType().Name + " " + data;
    }

    public static ViewRow Row(string status, string doc = "{}", string? type = null, string? code = null, string? site = "s1", string? owner = null) => new()
    {
        Status = status, Type = type, Code = code, Site = site, Owner = owner, Study = "a1", Country = "PL", Sponsor = "acme", Due = new LocalDate(2026, 3, 20),
        Doc = (JsonObject)JsonNode.Parse(doc.Replace('\'', '"'))!,
    };

    string IWorldPolicy.Choose(string question, WorldItem item, string key, IReadOnlyList<string> offered, SplitRandom random)
    {
        Asked.Add(question);
        var answer = choices.FirstOrDefault(c => c.Question == question).Answer;
        if (answer is null) return offered[0];
        Assert.Contains(answer, offered);
        return answer;
    }

    PersonalRef IWorldHands.Seal(string text) => new("sealed", text);

    FileRef IWorldHands.File(string name) => new("sha", new PersonalRef("file", name), 1, "application/pdf");

    ViewRow? IWorldView.Find(ActorId id) => id.ToString() == "submission/app" ? Application : null;
}
