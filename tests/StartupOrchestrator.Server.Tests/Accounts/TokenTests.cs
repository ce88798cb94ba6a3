using System.Net;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Accounts;

public sealed class TokenTests
{
    [Fact]
    public async Task Token_hasTheRightsOfItsPerson_withoutAntiforgery()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.AdminAsync();
        using var program = server.Visitor();

        program.Bearer = await TokenAsync(admin);

        Assert.Equal("first-administrator", (await program.GetJsonAsync("/api/v1/session"))["person"]!["key"]!.GetValue<string>());
        using var made = await program.PostAsync("/api/v1/people", new { kind = "staff", name = "Bo", email = "bo@example.org" });
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
    }

    [Fact]
    public async Task Token_takenBack_isRefused()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.AdminAsync();
        using var program = server.Visitor();
        program.Bearer = await TokenAsync(admin);
        var id = (await admin.GetJsonAsync("/api/v1/session/tokens"))[0]!["id"]!.GetValue<string>();

        using var gone = await admin.SendAsync(HttpMethod.Delete, $"/api/v1/session/tokens/{id}", null);
        using var answer = await program.Http.GetAsync("/api/v1/session/tokens", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Token_expired_isRefused()
    {
        var clock = new FakeClock();
        await using var server = await TestServer.StartAsync(o => o with { Time = clock });
        using var admin = await server.AdminAsync();
        using var program = server.Visitor();
        program.Bearer = await TokenAsync(admin);

        clock.Advance(TimeSpan.FromDays(8));
        using var answer = await program.Http.GetAsync("/api/v1/session/tokens", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("so_")]
    [InlineData("so_first-administrator_")]
    [InlineData("so_first-administrator_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Token_forged_isRefused(string token)
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.AdminAsync();
        using var program = server.Visitor();
        await TokenAsync(admin);

        program.Bearer = token.Length == 0 ? "x" : token;
        using var answer = await program.Http.GetAsync("/api/v1/session/tokens", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task<string> TokenAsync(Browser browser)
    {
        using var made = await browser.PostAsync("/api/v1/session/tokens", new { label = "a script", days = 7 });
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        return (await made.JsonAsync())["token"]!.GetValue<string>();
    }
}
