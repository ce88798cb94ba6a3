using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Studies;

namespace StartupOrchestrator.Domain.Tests;

/// <summary>Makes records from small pools of plausible values: always the same ones for the same seed.</summary>
internal sealed class Sampler(int seed, bool full)
{
    private static readonly string[] Codes = ["SI-090", "SI-220", "SI-230", "CO-040", "ST-120", "PI", "other", "agreed"];
    private readonly Random random = new(seed);

    /// <summary>A value of a type; with <c>full</c> every optional member is set.</summary>
    public object? Make(Type type, string name = "")
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Leave() ? null : Make(inner, name);
        }

        return type == typeof(string) ? Text(name)
            : type == typeof(int) ? full ? 2 : random.Next(0, 4)
            : type == typeof(long) ? 1234L
            : type == typeof(decimal) ? 2m
            : type == typeof(bool) ? full || random.Next(2) == 0
            : type == typeof(LocalDate) ? full ? new LocalDate(2026, 3, 12) : new LocalDate(2026, 10, 1).PlusDays(random.Next(0, 80))
            : type == typeof(LocalTime) ? new LocalTime(8, 30)
            : type == typeof(Instant) ? Instant.FromUtc(2026, 11, 24, 8, 15)
            : type == typeof(ActorId) ? new ActorId(ActorKind.Submission, "p1")
            : type == typeof(Scope) ? Given.Site
            : type == typeof(JsonNode) ? new JsonObject { ["person"] = "jan" }
            : type == typeof(Command) ? new ChangeStudy(Title: "New title")
            : type.IsEnum ? Enum.GetValues(type).GetValue(full ? 0 : random.Next(Enum.GetValues(type).Length))
            : type.IsGenericType ? Collection(type, name)
            : Record(type);
    }

    private bool Leave() => !full && random.Next(2) == 0;

    private object Collection(Type type, string name)
    {
        var item = type.GenericTypeArguments[^1];
        var count = full ? 1 : random.Next(0, 3);
        if (type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            var items = Array.CreateInstance(item, count);
            for (var i = 0; i < count; i++)
            {
                items.SetValue(Make(item, name), i);
            }

            return typeof(System.Runtime.InteropServices.ImmutableCollectionsMarshal).GetMethod("AsImmutableArray")!.MakeGenericMethod(item).Invoke(null, [items])!;
        }

        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GenericTypeArguments))!;
        if (count > 0)
        {
            map["day"] = Make(item, name);
        }

        var create = typeof(ImmutableSortedDictionary).GetMethods().Single(m => m.Name == "CreateRange" && m.GetParameters() is [{ ParameterType.Name: "IComparer`1" }, _]);
        return create.MakeGenericMethod(type.GenericTypeArguments).Invoke(null, [StringComparer.Ordinal, map])!;
    }

    private object Record(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var values = constructor.GetParameters().Select(p => p.HasDefaultValue && Leave() ? Default(p) : Make(p.ParameterType, p.Name!)).ToArray();
        var record = constructor.Invoke(values);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => full && p.CanWrite && values.Length > 0 && constructor.GetParameters().All(c => c.Name != p.Name)))
        {
            property.SetValue(record, Make(property.PropertyType, property.Name));
        }

        return record;
    }

    private static object? Default(ParameterInfo parameter) =>
        parameter.DefaultValue ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);

    private string Text(string name) => name.ToLowerInvariant() switch
    {
        "iso2" or "jurisdiction" or "country" => "PL",
        "countrieswanted" => "PL",
        "study" => "s1",
        "timezone" or "defaulttimezone" => "Europe/Warsaw",
        "reasoncode" => "other",
        "sha256" or "hash" or "accounthash" => new string("0123456789abcdef"[random.Next(16)], 64),
        "code" or "role" => full ? "PI" : Codes[random.Next(Codes.Length)],
        "waitingon" => Party.Site,
        "outcome" => "agreed",
        "baseurl" => "https://startup.example.org",
        "content" => """{"id":"d1","name":"Site start-up","root":{"type":"Elsa.Flowchart"}}""",
        "pattern" => "[a-z]+",
        "person" or "approver" or "requestedby" or "by" => full ? "jan" : random.Next(2) == 0 ? "anna" : "jan",
        _ => full ? $"some {name.ToLowerInvariant()}" : "x",
    };
}
