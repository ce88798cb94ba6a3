using System.Net;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Api;

/// <summary>Every address of a page can be opened, reloaded and sent to a colleague.</summary>
public sealed class PageAddressTests
{
    [Theory]
    [InlineData("/studies")]
    [InlineData("/studies/nct02552212/sites/nct02552212.ca-01?tab=submissions")]
    public async Task A_page_address_gives_the_app_whatever_the_keys_in_it(string address)
    {
        await using var server = await TestServer.StartAsync();
        using var visitor = server.Visitor();

        using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/assets/gone-a1b2c3.js")]
    [InlineData("/api/v1/nothing.here")]
    public async Task What_is_no_page_stays_unknown(string address)
    {
        await using var server = await TestServer.StartAsync();
        using var visitor = server.Visitor();

        using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
