using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Hosting;

namespace StartupOrchestrator.Server.Tests.Harness;

/// <summary>The product as built, on a free port of this machine, over a database in memory.</summary>
public sealed class TestServer : IAsyncDisposable
{
    public const string AdminEmail = "ada@example.org";
    public const string Password = "correct horse battery";

    private TestServer(WebApplication app)
    {
        App = app;
        Address = new Uri(app.Urls.First());
    }

    public WebApplication App { get; }

    public Uri Address { get; }

    public IActorRuntime Runtime => App.Services.GetRequiredService<IActorRuntime>();

    public IStorage Storage => App.Services.GetRequiredService<IStorage>();

    public static async Task<TestServer> StartAsync(Func<ProductOptions, ProductOptions>? change = null)
    {
        var options = new ProductOptions { InMemory = true, Urls = "http://127.0.0.1:0", HostArguments = ["--Logging:LogLevel:Default=Warning"] };
        var app = ProductHost.Build(change?.Invoke(options) ?? options);
        try
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            return new TestServer(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public Browser Visitor() => new(Address);

    /// <summary>A browser of the administrator; the first one sets the installation up.</summary>
    public async Task<Browser> AdminAsync()
    {
        var browser = Visitor();
        using var setUp = await browser.PostAsync("/api/v1/set-up", new { name = "Ada Admin", email = AdminEmail, password = Password });
        if (!setUp.IsSuccessStatusCode)
        {
            await browser.SignInAsync(AdminEmail, Password);
        }

        return browser;
    }

    /// <summary>Sends a command past the API, as the product itself.</summary>
    public async Task<CommandResult.Done> TellAsync(ActorId target, Command command, string by = Origin.SystemActor) =>
        await Runtime.SendAsync(new Envelope(Guid.NewGuid().ToString("n"), target, command, new Origin(by)), CancellationToken.None) switch
        {
            CommandResult.Done done => done,
            CommandResult.Refused refused => throw new InvalidOperationException(refused.Refusal.Message),
            var other => throw new InvalidOperationException(other.ToString()),
        };

    public async ValueTask DisposeAsync() => await App.DisposeAsync();
}
