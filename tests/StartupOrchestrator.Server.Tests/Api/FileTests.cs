using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using StartupOrchestrator.Server.Features.Files;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Api;

public sealed class FileTests
{
    [Fact]
    public async Task File_namedByADocument_isReadThroughItOnly()
    {
        await using var server = await TestServer.StartAsync();
        var seeded = await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();
        using var outsider = await seeded.ProgramAsync("specialist", TwoStudies.ScopeOf("beta"));
        var file = await UploadAsync(admin, "CV Novak.pdf", "%PDF-1.4 the content");
        var sha256 = file["sha256"]!.GetValue<string>();

        using var early = await admin.Http.GetAsync($"/api/v1/documents/doc-alpha/files/{sha256}", TestContext.Current.CancellationToken);
        using var received = await admin.PostAsync("/api/v1/documents/doc-alpha/commands", new JsonObject { ["type"] = "document.receive", ["file"] = file.DeepClone() });
        using var read = await admin.Http.GetAsync($"/api/v1/documents/doc-alpha/files/{sha256}", TestContext.Current.CancellationToken);
        using var foreign = await outsider.Http.GetAsync($"/api/v1/documents/doc-alpha/files/{sha256}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        Assert.True(received.IsSuccessStatusCode, await received.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("%PDF-1.4 the content", await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("attachment", read.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", read.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Fact]
    public async Task Command_namingAFileThatIsNotKept_isRefused()
    {
        await using var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();
        var file = new JsonObject { ["sha256"] = new string('a', 64), ["name"] = "x.pdf", ["size"] = 3, ["mediaType"] = "application/pdf" };

        using var answer = await admin.PostAsync("/api/v1/documents/doc-alpha/commands", new JsonObject { ["type"] = "document.receive", ["file"] = file });

        Assert.Equal("file", (await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity))["field"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\temp\\cv.pdf", "cv.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf")]
    [InlineData("\u202Efdp.exe", "fdp.exe")]
    [InlineData("...", "file")]
    [InlineData(null, "file")]
    public void FileName_isSafeInHeadersAndOnDisks(string? given, string safe) => Assert.Equal(safe, FileNames.Safe(given));

    private static async Task<JsonNode> UploadAsync(Browser browser, string name, string content)
    {
        using var form = new MultipartFormDataContent();
        var part = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        part.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        form.Add(part, "file", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/files") { Content = form };
        request.Headers.Add("X-Antiforgery", await browser.AntiforgeryAsync());
        using var answer = await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.JsonAsync();
    }
}
