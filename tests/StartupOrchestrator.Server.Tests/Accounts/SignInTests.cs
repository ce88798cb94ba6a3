using System.Net;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Accounts;

public sealed class SignInTests
{
    [Fact]
    public async Task SignIn_withTheRightPassword_opensASessionThatSignOutEnds()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.AdminAsync();
        using var browser = server.Visitor();

        await browser.SignInAsync(TestServer.AdminEmail.ToUpperInvariant(), TestServer.Password);
        Assert.True((await browser.GetJsonAsync("/api/v1/session"))["signedIn"]!.GetValue<bool>());
        using var left = await browser.SendAsync(HttpMethod.Delete, "/api/v1/session", null);

        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        Assert.False((await browser.GetJsonAsync("/api/v1/session"))["signedIn"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("ada@example.org", "not the password")]
    [InlineData("nobody@example.org", "correct horse battery")]
    [InlineData("", "")]
    public async Task SignIn_wrong_saysTheSameWhateverWasWrong(string email, string password)
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.AdminAsync();
        using var browser = server.Visitor();

        using var answer = await browser.PostAsync("/api/v1/session", new { email, password });

        Assert.StartsWith("E-mail address or password is wrong", (await answer.ProblemAsync(HttpStatusCode.Unauthorized))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_afterFiveFailures_isLockedEvenForTheRightPassword()
    {
        var clock = new FakeClock();
        await using var server = await TestServer.StartAsync(o => o with { Time = clock });
        using var admin = await server.AdminAsync();
        using var browser = server.Visitor();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await browser.PostAsync("/api/v1/session", new { email = TestServer.AdminEmail, password = "wrong" });
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        using var locked = await browser.PostAsync("/api/v1/session", new { email = TestServer.AdminEmail, password = TestServer.Password });
        clock.Advance(TimeSpan.FromMinutes(16));
        using var open = await browser.PostAsync("/api/v1/session", new { email = TestServer.AdminEmail, password = TestServer.Password });

        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task Session_ofAChangedPassword_endsEverywhereElse()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.AdminAsync();
        using var elsewhere = server.Visitor();
        await elsewhere.SignInAsync(TestServer.AdminEmail, TestServer.Password);

        using var changed = await admin.SendAsync(
            HttpMethod.Put, "/api/v1/people/first-administrator/password", new { password = "another long sentence", current = TestServer.Password });

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.False((await elsewhere.GetJsonAsync("/api/v1/session"))["signedIn"]!.GetValue<bool>());
        Assert.True((await admin.GetJsonAsync("/api/v1/session"))["signedIn"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Password_neverStandsInTheJournal()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.AdminAsync();

        await foreach (var entry in server.Storage.Journal.ReadStreamAsync("person/first-administrator", 1, TestContext.Current.CancellationToken))
        {
            Assert.DoesNotContain(TestServer.Password, entry.Data, StringComparison.Ordinal);
            Assert.DoesNotContain(TestServer.AdminEmail, entry.Data, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Ada", entry.Data, StringComparison.Ordinal);
        }
    }
}
