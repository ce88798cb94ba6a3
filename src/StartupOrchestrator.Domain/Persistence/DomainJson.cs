using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using StartupOrchestrator.Domain.Persistence.Json;

namespace StartupOrchestrator.Domain.Persistence;

/// <summary>
/// How domain values look as JSON, everywhere: camelCase members, enums as lower-case words with hyphens, dates as <c>yyyy-MM-dd</c>,
/// instants as ISO 8601 in UTC, actor ids as <c>kind/key</c>. Absent and null are the same; a member that is neither
/// nullable nor has a default must be there.
/// </summary>
public static class DomainJson
{
    /// <summary>The shared, read-only options.</summary>
    public static JsonSerializerOptions Options { get; } = Freeze(Create());

    /// <summary>A fresh copy to which a caller may add converters of its own.</summary>
    public static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatHasNoDefault } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new ActorIdConverter());
        options.Converters.Add(new ImmutableArrayConverterFactory());
        options.Converters.Add(new OrdinalMapConverterFactory());
        foreach (var converter in NodaConverters.All)
        {
            options.Converters.Add(converter);
        }

        return options;
    }

    private static JsonSerializerOptions Freeze(JsonSerializerOptions options)
    {
        options.MakeReadOnly();
        return options;
    }

    private static void RequireWhatHasNoDefault(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Set is not null && property.AssociatedParameter is { HasDefaultValue: false } parameter && !parameter.IsNullable && !IsNullableValue(property.PropertyType))
            {
                property.IsRequired = true;
            }
        }
    }

    private static bool IsNullableValue(Type type) => Nullable.GetUnderlyingType(type) is not null;
}
