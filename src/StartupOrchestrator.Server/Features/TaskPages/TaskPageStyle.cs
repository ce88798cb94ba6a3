using System.Security.Cryptography;
using System.Text;
using StartupOrchestrator.Server.Access;

namespace StartupOrchestrator.Server.Features.TaskPages;

/// <summary>The pages' style sheet: one file, named by its content, kept by browsers for ever.</summary>
internal static class TaskPageStyle
{
    private static readonly byte[] Content = Load();

    /// <summary>Its address.</summary>
    public static string Address { get; } = $"/task-page.{Convert.ToHexStringLower(SHA256.HashData(Content))[..12]}.css";

    /// <summary>Answers with the style sheet.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods(Address, [HttpMethods.Get, HttpMethods.Head], http =>
        {
            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            http.Response.ContentType = "text/css; charset=utf-8";
            return http.Response.Body.WriteAsync(HttpMethods.IsHead(http.Request.Method) ? default : Content, http.RequestAborted).AsTask();
        }).OpenBecause("the style sheet of the task pages is the same for everybody").ExcludeFromDescription();

    private static byte[] Load()
    {
        using var stream = typeof(TaskPageStyle).Assembly.GetManifestResourceStream("task-page.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Encoding.UTF8.GetBytes(reader.ReadToEnd());
    }
}
