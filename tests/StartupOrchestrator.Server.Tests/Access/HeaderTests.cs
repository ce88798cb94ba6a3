using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Access;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/session")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/healthz")]
    public async Task Answer_bearsTheSecurityHeaders(string path)
    {
        await using var server = await TestServer.StartAsync();
        using var browser = server.Visitor();

        using var answer = await browser.Http.GetAsync(path, TestContext.Current.CancellationToken);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task SessionCookie_isStrict_andClosedToScripts()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = server.Visitor();

        using var answer = await browser.PostAsync("/api/v1/set-up", new { name = "Ada", email = "ada@example.org", password = "correct horse battery" });

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Server_thatCanWork_isReady()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = server.Visitor();

        Assert.True((await browser.GetJsonAsync("/readyz"))["ready"]!.GetValue<bool>());
    }

    [Fact]
    public void Options_thatCannotWork_areAllNamedAtOnce()
    {
        var mistake = Assert.Throws<ConfigurationMistakeException>(() => ProductHost.Build(new ProductOptions { InMemory = true, Urls = "nonsense", Nature = "real", Connection = "" }));

        Assert.Equal(3, mistake.Mistakes.Count);
        Assert.All(mistake.Mistakes, m => Assert.StartsWith("--", m, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--demo", "--urls", "http://127.0.0.1:9999")]
    [InlineData("--urls", "http://127.0.0.1:9999", "--demo")]
    public void CommandLine_takesDemoAndAddress_inAnyOrder(params string[] args)
    {
        var options = ServerCommand.Read([.. args, "--Logging:LogLevel:Default=Debug"]);

        Assert.True(options.Demo);
        Assert.Equal("http://127.0.0.1:9999", options.Urls);
        Assert.Equal(["--Logging:LogLevel:Default=Debug"], options.HostArguments);
    }
}
