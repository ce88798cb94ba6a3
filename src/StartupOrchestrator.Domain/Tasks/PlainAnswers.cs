using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>Answers as plans read them: plain values by name. Texts and files stay references.</summary>
public static class PlainAnswers
{
    /// <summary>For example <c>{ "visitDay": "2027-01-28", "still": true }</c>.</summary>
    public static JsonObject Of(ImmutableSortedDictionary<string, Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var plain = new JsonObject();
        foreach (var (name, answer) in answers)
        {
            plain[name] = Value(answer);
        }

        return plain;
    }

    private static JsonNode? Value(Answer answer) =>
        answer.Yes is { } yes ? JsonValue.Create(yes)
        : answer.Number is { } number ? JsonValue.Create(number)
        : answer.Date is not null ? new JsonObject().Set("v", answer.Date)["v"]!.DeepClone()
        : answer.Text is { } text ? new JsonObject().Set("v", text)["v"]!.DeepClone()
        : answer.File is { } file ? new JsonObject().Set("sha256", file.Sha256).Set("name", file.Name).Set("size", file.Size).Set("mediaType", file.MediaType)
        : answer.Choices.OrEmpty() is [var one] ? JsonValue.Create(one)
        : answer.Choices.IsDefaultOrEmpty ? null
        : new JsonArray([.. answer.Choices.Select(c => (JsonNode)c)]);
}
