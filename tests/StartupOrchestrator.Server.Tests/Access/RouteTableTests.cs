using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Access;

public sealed class RouteTableTests
{
    [Fact]
    public async Task Endpoint_withoutAnExplicitPolicy_doesNotExist()
    {
        await using var server = await TestServer.StartAsync();

        var bare = Routes.Of(server).Where(e => Routes.PolicyOf(e) is null && e.Metadata.GetMetadata<OpenToAll>() is null).Select(e => e.RoutePattern.RawText);

        Assert.Empty(bare);
    }

    [Fact]
    public async Task Endpoint_openToAll_saysWhy()
    {
        await using var server = await TestServer.StartAsync();

        var open = Routes.Of(server).Select(e => e.Metadata.GetMetadata<OpenToAll>()).OfType<OpenToAll>().ToList();

        Assert.NotEmpty(open);
        Assert.All(open, o => Assert.True(o.Reason.Length > 20, o.Reason));
    }

    [Fact]
    public async Task Endpoint_forgottenByItsAuthor_isDenied()
    {
        await using var server = await TestServer.StartAsync();
        var fallback = await server.App.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        var service = server.App.Services.CreateScope().ServiceProvider.GetRequiredService<IAuthorizationService>();

        var result = await service.AuthorizeAsync(new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity("anything")), null, fallback!);

        Assert.False(result.Succeeded);
    }
}

internal static class Routes
{
    public static IReadOnlyList<RouteEndpoint> Of(TestServer server) =>
        [.. ((IEndpointRouteBuilder)server.App).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];

    public static string? PolicyOf(RouteEndpoint endpoint) => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).LastOrDefault(p => p is not null);

    public static IReadOnlyList<string> MethodsOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];

    /// <summary>An address that fits the pattern, with nothing in it that exists.</summary>
    public static string AddressOf(RouteEndpoint endpoint, string value = "nothing-here") =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            _ => value,
        }))));
}
