using System.Net;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using StartupOrchestrator.Correspondence.Links;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Server.Tests.TaskPages;

public sealed class TaskPageSafetyTests
{
    [Fact]
    public async Task Pages_opened_twice_by_GET_and_HEAD_change_nothing()
    {
        await using var scene = await TaskScene.StartAsync();
        var before = await PrintAsync(scene);
        string[] pages = ["", "?step=1", "?step=4", "?lang=de", "/check", "/not-me", "/pass-on", "/ask", "/later", "/template/labCert", "/save?step=1", "/send"];
        foreach (var page in pages.Concat(pages))
        {
            using var get = await scene.Http.GetAsync(scene.Link + page, TestContext.Current.CancellationToken);
            using var head = await scene.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, scene.Link + page), TestContext.Current.CancellationToken);
            Assert.True((int)get.StatusCode < 500 && (int)head.StatusCode < 500);
        }

        Assert.Equal(before, await PrintAsync(scene));
    }

    [Fact]
    public async Task Post_without_the_anti_forgery_token_is_refused_and_shown_again()
    {
        await using var scene = await TaskScene.StartAsync();
        var before = await PrintAsync(scene);
        await scene.GetAsync(scene.Link);
        foreach (var (action, name, value) in new[] { ("/save?step=1", "a.stillPi", "yes"), ("/send", "outcome", "x"), ("/not-me", "text", "x"), ("/pass-on", "text", "x"), ("/ask", "text", "x"), ("/later", "day", "2027-01-01") })
        {
            var answer = await scene.PostAsync(scene.Link + action, [], (name, value));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Contains("press the button once more", answer.Html, StringComparison.Ordinal);
        }

        Assert.Equal(before, await PrintAsync(scene));
    }

    [Fact]
    public async Task Every_page_keeps_its_address_and_content_to_itself()
    {
        await using var scene = await TaskScene.StartAsync();
        foreach (var page in new[] { scene.Link, $"{scene.Link}/check", $"{scene.Link}/later", "/t/nothing" })
        {
            using var answer = await scene.Http.GetAsync(page, TestContext.Current.CancellationToken);
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
            Assert.StartsWith("default-src 'none'; style-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("http:", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("https:", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("style=", html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Ten_thousand_forged_expired_revoked_and_foreign_links_open_nothing()
    {
        await using var scene = await TaskScene.StartAsync();
        await scene.RegisterAsync("p2", "Somebody Else", "en");
        var state = await scene.StateAsync();
        var now = Instant.FromUtc(2026, 11, 24, 8, 0);
        var other = new TaskLinkKey(RandomNumberGenerator.GetBytes(32));
        var accepted = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var link = (i % 4) switch
            {
                0 => TaskLink.For(other, TaskScene.Task.Key, "p1", i),
                1 => TaskLink.For(other, $"t{i}", "p1", 0),
                2 => TaskLink.TryParse(Flip(scene.Link["/t/".Length..], i), out var flipped) ? flipped : null,
                _ => TaskLink.TryParse($"t1~{Convert.ToBase64String(RandomNumberGenerator.GetBytes(33))[..43].Replace('+', '-').Replace('/', '_')}", out var random) ? random : null,
            };
            accepted += link is not null && link.Task == TaskScene.Task.Key && LinkRules.Judge(state, link.Hash, now).Standing == LinkStanding.Opens ? 1 : 0;
        }

        Assert.Equal(0, accepted);
    }

    [Fact]
    public async Task Link_that_does_not_open_says_what_to_do()
    {
        await using var scene = await TaskScene.StartAsync();
        var short_ = await scene.IssueAsync("p1", Instant.FromDateTimeOffset(DateTimeOffset.UtcNow.AddSeconds(1)), generation: 9);
        Assert.Equal((HttpStatusCode.NotFound, true), Told(await scene.GetAsync(scene.Link[..^2]), "This link does not work"));
        Assert.Equal((HttpStatusCode.NotFound, true), Told(await scene.GetAsync("/t/t2~" + scene.Link[^43..]), "This link does not work"));
        while (DateTimeOffset.UtcNow < DateTimeOffset.UtcNow.AddSeconds(-1) || (await scene.GetAsync(short_)).Status == HttpStatusCode.OK)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        Assert.Equal((HttpStatusCode.Gone, true), Told(await scene.GetAsync(short_), "This link has expired"));

        await scene.TellAsync(TaskScene.Task, new RevokeLinks("p1"));
        Assert.Equal((HttpStatusCode.Gone, true), Told(await scene.GetAsync(scene.Link), "This link no longer works"));
    }

    [Fact]
    public async Task Link_dies_when_the_task_is_done_and_a_replayed_post_changes_nothing()
    {
        await using var scene = await TaskScene.StartAsync(formless: true);
        var hidden = TaskScene.Hidden((await scene.GetAsync(scene.Link)).Html);
        await scene.PostAsync($"{scene.Link}/send", hidden);
        var before = await PrintAsync(scene);

        Assert.Equal((HttpStatusCode.Gone, true), Told(await scene.GetAsync(scene.Link), "This is already done"));
        Assert.Equal(HttpStatusCode.Gone, (await scene.PostAsync($"{scene.Link}/send", hidden)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await scene.PostAsync($"{scene.Link}/ask", hidden, ("text", "x"))).Status);
        Assert.Equal(before, await PrintAsync(scene));
    }

    [Fact]
    public async Task Link_never_makes_a_session()
    {
        await using var scene = await TaskScene.StartAsync();
        await scene.SubmitAsync(scene.Link, $"{scene.Link}/save?step=1", ("a.stillPi", "yes"));

        using var answer = await scene.Http.GetAsync("/api/v1/studies", TestContext.Current.CancellationToken);

        Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound, $"{answer.StatusCode}");
    }

    [Fact]
    public async Task Network_that_guesses_is_slowed_down()
    {
        await using var scene = await TaskScene.StartAsync();
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await scene.GetAsync($"/t/t1~{new string('a', 43)}")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await scene.GetAsync($"/t/t1~{new string('a', 43)}")).Status);
    }

    private static (HttpStatusCode Status, bool Told) Told((HttpStatusCode Status, string Html, Uri? Location) answer, string words) => (answer.Status, answer.Html.Contains(words, StringComparison.Ordinal));

    private static string Flip(string token, int i)
    {
        var characters = token.ToCharArray();
        characters[i % token.Length] = (char)(characters[i % token.Length] ^ (1 << (i % 7)));
        return new string(characters);
    }

    private static async Task<string> PrintAsync(TaskScene scene)
    {
        var print = new StringBuilder();
        await foreach (var stream in scene.Server.Storage.Journal.StreamsAsync(TestContext.Current.CancellationToken))
        {
            print.Append(stream).Append(' ').Append((await scene.Server.Storage.Steps.LoadAsync(stream, TestContext.Current.CancellationToken))?.Head).Append('\n');
        }

        return print.ToString();
    }
}
