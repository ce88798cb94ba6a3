using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NodaTime.Text;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Server.Commands;

/// <summary>
/// Reads <c>{type, …fields, reason?, onBehalfOf?, businessTime?}</c> into an envelope (<see cref="CommandName"/>). Only types of the caller's list
/// are created, unknown members are refused, personal text is sealed.
/// </summary>
public sealed class CommandReader(ContractCatalog catalog, PersonalSealer sealer)
{
    private readonly JsonSerializerOptions strict = new(catalog.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads one command for a target.</summary>
    /// <param name="body">The request's body; it is taken apart.</param>
    /// <param name="target">The actor that shall decide.</param>
    /// <param name="commandId">The command's id.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="allowed">Is a contract name open to callers for this kind of target?</param>
    /// <param name="envelope">The envelope, when the answer is null.</param>
    /// <returns>Null, or why the body cannot be read.</returns>
    public Refusal? Read(JsonObject body, ActorId target, string commandId, ActorId caller, Predicate<string> allowed, out Envelope? envelope)
    {
        envelope = null;
        try
        {
            if (CommandName.Take(body) is not { } name)
            {
                return Refusal.Invalid("type", "Say which command it is: type is missing.");
            }

            if (!allowed(name) || !catalog.Contracts.TryGetValue(name, out var type))
            {
                return Refusal.Invalid("type", $"There is no command '{name}' for this kind of record.");
            }

            var members = new SealedMembers(sealer, strict, commandId, SubjectOf(target));
            var origin = ReadOrigin(body, caller, type, members);
            members.SealIn(body, type);
            var command = (Command)body.Deserialize(type, strict)!;
            envelope = new Envelope(commandId, target, command, origin) { Personal = members.Found };
            return null;
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            var path = (e as JsonException)?.Path?.TrimStart('$', '.');
            return path is { Length: > 0 }
                ? Refusal.Invalid(path, $"The command cannot be read at {path}: {FirstSentence(e.Message)}")
                : Refusal.Invalid("body", $"The command cannot be read: {FirstSentence(e.Message)}");
        }
    }

    private Origin ReadOrigin(JsonObject body, ActorId caller, Type type, SealedMembers members)
    {
        var onBehalfOf = Take<string>(body, "onBehalfOf");
        var time = Take<string>(body, "businessTime");
        var origin = new Origin(caller.ToString())
        {
            OnBehalfOf = onBehalfOf is null ? null : new ActorId(ActorKind.Person, onBehalfOf.Replace("person/", "", StringComparison.Ordinal)).ToString(),
            BusinessTime = time is null ? null : InstantPattern.ExtendedIso.Parse(time).GetValueOrThrow(),
        };
        if (body["reason"] is not JsonValue reason || !reason.TryGetValue<string>(out var text) || string.IsNullOrWhiteSpace(text))
        {
            return origin;
        }

        var own = strict.GetTypeInfo(type).Properties.FirstOrDefault(p => p.Name == "reason");
        if (own is null)
        {
            body.Remove("reason");
        }

        return own is null || own.PropertyType == typeof(PersonalRef) ? origin with { Reason = members.SealText(text, "$.reason of the act") } : origin;
    }

    private static string? SubjectOf(ActorId target) => target.Kind == ActorKind.Person ? target.ToString() : null;

    private static T? Take<T>(JsonObject body, string name)
        where T : class
    {
        if (!body.Remove(name, out var node) || node is null)
        {
            return null;
        }

        return node is JsonValue value && value.TryGetValue<T>(out var read) ? read : throw new JsonException("Write text here.", name, null, null);
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" Path:", StringComparison.Ordinal);
        return end > 0 ? message[..end] : message;
    }
}
