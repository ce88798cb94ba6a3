using Microsoft.Data.Sqlite;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Definitions;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Tests.Workflows;

namespace StartupOrchestrator.Server.Tests.Starting;

/// <summary>Invariant 12: old behaviours stay while an instance is pinned to them, or the server does not start. Red when versions of activities are not looked at.</summary>
public sealed class PinnedPlanTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("startup-pinned-").FullName;

    [Fact]
    public async Task A_running_plan_that_needs_an_activity_which_is_gone_keeps_the_server_from_starting_and_an_ended_one_does_not()
    {
        var content = Draw.Definition("old", Draw.Sequence(Draw.Event("go")));
        content["root"]!["activities"]![0]!["version"] = 9;
        string plan;
        await using (var scene = await StartAsync())
        {
            await scene.Server.TellAsync(new ActorId(ActorKind.Definition, "old"), new PublishDefinition(new PersonalRef("note", new string('0', 64)), content.ToJsonString(), "Old"), "person/somebody");
            plan = await scene.RunAsync("old");
        }

        var refused = await Assert.ThrowsAsync<ConfigurationMistakeException>(StartAsync);
        Assert.Contains("Elsa.Event version 9", StartFailure.Explain(refused), StringComparison.Ordinal);
        Assert.Contains($"workflow/{plan}", StartFailure.Explain(refused), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);

        await EndAsync(plan);
        await using var again = await StartAsync();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private Task<WorkflowScene> StartAsync() => WorkflowScene.StartAsync(o => o with { InMemory = false, DataDirectory = folder });

    /// <summary>As the program that has the activity would leave it.</summary>
    private async Task EndAsync(string plan)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "startup.db")};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"update views set status = 'finished' where stream = 'workflow/{plan}'";
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }
}
