using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Server.Accounts;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Accounts;

/// <summary>The command line of a data folder works however many processes of other folders were killed before.</summary>
public sealed class OperatorTokenTests
{
    [Fact]
    public async Task Tokens_of_killed_processes_make_room_for_that_of_a_new_one()
    {
        await using var server = await TestServer.StartAsync();
        var account = server.App.Services.GetRequiredService<LocalOperatorAccount>();
        await account.NewTokenAsync();
        var made = (PersonState)(await server.Runtime.ReadAsync(Operator, CancellationToken.None))!.State;
        await server.TellAsync(Operator, new RevokeToken(made.Tokens.Single().Id));
        for (var process = 0; process < 25; process++)
        {
            // A folder of its own each time, as a container has.
            if (await server.Runtime.SendAsync(Gone(process), CancellationToken.None) is CommandResult.Refused)
            {
                break;
            }
        }

        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await account.NewTokenAsync());
        using var answer = await http.GetAsync(new Uri("/api/v1/studies", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static ActorId Operator => new(ActorKind.Person, LocalOperatorAccount.Key);

    private static Envelope Gone(int process) => new(
        $"gone-{process}", Operator,
        new CreateToken(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(process))), $"command line ({process:x12})"), Origin.System);
}
