using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Cli.Output;
using StartupOrchestrator.Workflows.Definitions;

namespace StartupOrchestrator.Cli.Commands;

/// <summary>Reads definition files and name=value pairs, with words for whoever typed them.</summary>
internal static class WorkflowFiles
{
    public static FileInfo Existing(FileInfo file) => file.Exists ? file : throw new UserErrorException($"There is no file {file.FullName}.");

    public static WorkflowDefinition Read(FileInfo file)
    {
        try
        {
            return DefinitionReader.Read(File.ReadAllText(Existing(file).FullName));
        }
        catch (DefinitionFormatException e)
        {
            throw new UserErrorException($"{file.Name}: {e.Message}");
        }
    }

    public static JsonNode Json(FileInfo file)
    {
        try
        {
            return DefinitionReader.Parse(File.ReadAllText(Existing(file).FullName));
        }
        catch (DefinitionFormatException e)
        {
            throw new UserErrorException($"{file.Name}: {e.Message}");
        }
    }

    public static JsonObject Inputs(string[]? pairs)
    {
        var inputs = new JsonObject();
        foreach (var pair in pairs ?? [])
        {
            var parts = pair.Split('=', 2);
            inputs[parts[0]] = parts.Length == 2 ? Value(parts[1]) : throw new UserErrorException($"--input {pair}: write name=value.");
        }

        return inputs;
    }

    private static JsonNode? Value(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
