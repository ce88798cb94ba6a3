using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Trouble;

/// <summary>Bad input over HTTP: each gets a clear problem that says what to do, and nothing is written.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("""{"type":"study.reg""", "The JSON is broken at line 1")]
    [InlineData("""{"type":"study.register","title":"a","title":"b"}""", "twice")]
    public async Task Broken_JSON_says_where(string body, string says)
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.AdminAsync();

        using var answer = await SendAsync(admin, "/api/v1/studies/s1/commands", body, "application/json");

        Assert.Contains(says, (await answer.ProblemAsync(HttpStatusCode.BadRequest))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty((await admin.GetJsonAsync("/api/v1/studies"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Site_list_is_previewed_with_every_wrong_cell_and_imported_once()
    {
        const string list = "country;city;institution\nDE;Ulm;Klinikum\nAtlantis;X;Y\nDE;Ulm;Klinikum\n";
        await using var server = await TestServer.StartAsync();
        using var admin = await server.AdminAsync();
        using (var registered = await SendAsync(admin, "/api/v1/studies/s1/commands", """{"type":"study.register","title":"A study","protocolNumber":"P-1","sponsor":"sp"}""", "application/json"))
        {
            registered.EnsureSuccessStatusCode();
        }

        await server.TellAsync(new(Domain.Actors.ActorKind.Person, (await admin.GetJsonAsync("/api/v1/session"))["person"]!["key"]!.GetValue<string>()), new Domain.People.GrantRole("specialist", Domain.Actors.Shared.Scope.Organisation));
        using var preview = await SendAsync(admin, "/api/v1/imports/sites?study=s1&preview=true", list, "text/csv");
        var seen = await preview.JsonAsync();

        Assert.Equal(["line 3, column country", "line 4"], seen["problems"]!.AsArray().Select(p => p!["where"]!.GetValue<string>()));
        Assert.Empty((await admin.GetJsonAsync("/api/v1/sites?study=s1"))["items"]!.AsArray());

        using var mapped = await SendAsync(admin, "/api/v1/imports/sites?study=s1&preview=true&map=country%3DLand%20A&map=city%3DOrt%20B", "Land A,Ort B\nDE,Ulm\n", "text/csv");
        Assert.Empty((await mapped.JsonAsync())["problems"]!.AsArray());

        using var wrong = await SendAsync(admin, "/api/v1/imports/sites?study=s1&preview=true", "country~city\nDE~Ulm\n", "text/csv");
        Assert.Contains("Only one column was found", (await wrong.JsonAsync())["problems"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_beyond_the_limit_is_refused_before_it_is_read()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.AdminAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports/clinicaltrials") { Content = new StreamContent(new Endless()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Content.Headers.ContentLength = 2L * 1024 * 1024 * 1024;
        request.Headers.ExpectContinue = true;
        request.Headers.Add("X-Antiforgery", await admin.AntiforgeryAsync());

        using var answer = await admin.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnprocessableEntity]);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("report.pdf", "MZ\u0090\u0000", "This is a program")]
    [InlineData("report.docx", "\u007fELF", "This is a program")]
    [InlineData("run.txt", "#!/bin/sh", "This is a program")]
    [InlineData("photo.png", "%PDF-1.4", "the content is something else")]
    [InlineData("letter.pdf", "<html>", "the content is something else")]
    [InlineData("letter.pdf", "%PDF-1.4", null)]
    [InlineData("notes.txt", "plain words", null)]
    public async Task File_is_what_its_content_is_whatever_its_name_says(string name, string content, string? says)
    {
        await using var server = await TestServer.StartAsync();
        using var admin = await server.AdminAsync();
        await server.TellAsync(new(Domain.Actors.ActorKind.Person, (await admin.GetJsonAsync("/api/v1/session"))["person"]!["key"]!.GetValue<string>()), new Domain.People.GrantRole("specialist", Domain.Actors.Shared.Scope.Organisation));
        using var part = new ByteArrayContent(Encoding.Latin1.GetBytes(content));
        part.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var form = new MultipartFormDataContent { { part, "file", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/files") { Content = form };
        request.Headers.Add("X-Antiforgery", await admin.AntiforgeryAsync());

        using var answer = await admin.Http.SendAsync(request, TestContext.Current.CancellationToken);

        if (says is null)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return;
        }

        Assert.Contains(says, (await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(Browser admin, string path, string body, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("X-Antiforgery", await admin.AntiforgeryAsync());
        return await admin.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Two gigabytes that nobody should read.</summary>
    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
