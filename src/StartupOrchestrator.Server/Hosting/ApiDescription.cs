using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>The API's description (OpenAPI): the same text on every machine, so that the web app's types can be compared with it.</summary>
internal static class ApiDescription
{
    /// <summary>Adds the document <c>v1</c>.</summary>
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "StartupOrchestrator", Version = "v1",
                Description = "Clinical study start-up. Lists and records show what lies in the caller's scope; commands change records; refusals are problem details (RFC 9457).",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (FormatOf(Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type) is { } format)
            {
                schema.Type = JsonSchemaType.String | (schema.Type ?? 0 & JsonSchemaType.Null);
                schema.Format = format;
                schema.Properties = null;
                schema.Required = null;
            }

            return Task.CompletedTask;
        });
    });

    private static string? FormatOf(Type type) =>
        type == typeof(Instant) ? "date-time"
        : type == typeof(LocalDate) ? "date"
        : type == typeof(LocalTime) ? "time"
        : null;
}
