using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Api;

public sealed class DescriptionTests
{
    private const string Update = "STARTUP_UPDATE_OPENAPI";

    [Fact]
    public async Task Description_inTheWebApp_isTheServersOwn()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = server.Visitor();
        var fresh = (await browser.GetJsonAsync("/openapi/v1.json")).ToJsonString(new JsonSerializerOptions { WriteIndented = true }).ReplaceLineEndings("\n") + "\n";
        var path = Path.Combine(Root(), "src", "web", "openapi.json");
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            await File.WriteAllTextAsync(path, fresh, TestContext.Current.CancellationToken);
        }

        Assert.True(File.Exists(path), $"{path} is missing. Run this test with {Update}=1 to write it, then generate the web app's types.");
        Assert.True(
            fresh == await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken),
            $"The API changed: src/web/openapi.json is out of date. Run this test with {Update}=1 to write it, then generate the web app's types.");
    }

    [Fact]
    public async Task Description_hasDatesAsText_andNumbersAsNumbers()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = server.Visitor();

        var schemas = (await browser.GetJsonAsync("/openapi/v1.json"))["components"]!["schemas"]!;

        Assert.Contains("LocalDate", schemas["SiteLine"]!["properties"]!["planned"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(("string", "date"), (schemas["LocalDate"]!["type"]!.GetValue<string>(), schemas["LocalDate"]!["format"]!.GetValue<string>()));
        var version = schemas["SiteLine"]!["properties"]!["version"]!.ToJsonString();
        Assert.Contains("integer", version, StringComparison.Ordinal);
        Assert.DoesNotContain("string", version, StringComparison.Ordinal);
        Assert.DoesNotContain(schemas.AsObject(), s => s.Key is "LocalDate" or "Instant" && s.Value!["properties"] is JsonObject);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "StartupOrchestrator.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The repository's root is not above the tests.");
        }

        return folder.FullName;
    }
}
