using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Hosting;

namespace StartupOrchestrator.Server.Tests.Starting;

/// <summary>What keeps the product from starting is told in one sentence that says what to do, and nothing is written.</summary>
public sealed class StartFailureTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("startup-failure-").FullName;

    [Fact]
    public async Task A_taken_address_is_found_before_anything_is_written()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        var data = Path.Combine(folder, "data");

        Assert.Contains(address, Assert.Single(StartFailure.TakenAddresses(new ProductOptions { Urls = address })), StringComparison.Ordinal);
        Assert.Equal(1, await ServerCommand.RunAsync(["--urls", address, "--data", data, "--demo"]));
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public void A_database_file_that_is_none_says_to_restore_it()
    {
        File.WriteAllText(Path.Combine(folder, "startup.db"), new string('x', 8192));

        Assert.Contains("Restore the data folder", Refused(new ProductOptions { DataDirectory = folder }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_server_that_is_away_says_to_check_it()
    {
        var options = new ProductOptions { DataDirectory = folder, Connection = "Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2" };

        Assert.Contains("PostgreSQL cannot be reached", Refused(options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_use_says_by_whom()
    {
        await using var first = ProductHost.Build(new ProductOptions { DataDirectory = folder, Urls = "http://127.0.0.1:0" });
        _ = first.Services.GetRequiredService<IStorage>();

        Assert.Contains("in use by another process", Refused(new ProductOptions { DataDirectory = folder }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("production", false)]
    [InlineData("training", false)]
    [InlineData("rehearsal", true)]
    public async Task Only_a_dry_run_takes_another_clock(string nature, bool taken)
    {
        await using (var born = ProductHost.Build(new ProductOptions { DataDirectory = folder, Nature = nature, Urls = "http://127.0.0.1:0" }))
        {
            _ = born.Services.GetRequiredService<IStorage>();
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "clock.txt"), "2090-01-01T00:00:00Z", TestContext.Current.CancellationToken);
        if (!taken)
        {
            Assert.Contains("clock.txt", Refused(new ProductOptions { DataDirectory = folder }), StringComparison.Ordinal);
            return;
        }

        await using var again = ProductHost.Build(new ProductOptions { DataDirectory = folder, Urls = "http://127.0.0.1:0" });
        Assert.Equal(DatabaseNature.Rehearsal, again.Services.GetRequiredService<IStorage>().Nature);
        Assert.Equal(2090, again.Services.GetRequiredService<TimeProvider>().GetUtcNow().Year);
    }

    [Fact]
    public void Our_own_mistakes_keep_their_stack_trace() => Assert.Null(StartFailure.Explain(new InvalidOperationException("ours")));

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static string Refused(ProductOptions options)
    {
        using var app = (IDisposable)ProductHost.Build(options with { Urls = "http://127.0.0.1:0" });
        var thrown = Assert.ThrowsAny<Exception>(() => ((Microsoft.AspNetCore.Builder.WebApplication)app).Services.GetRequiredService<IStorage>());
        var sentence = StartFailure.Explain(thrown);
        Assert.True(sentence is not null, thrown.ToString());
        Assert.DoesNotContain('\n', sentence);
        return sentence;
    }
}
