using System.Text.Json;

namespace StartupOrchestrator.Workflows.Tests.Expressions;

/// <summary>Scripts that Elsa itself evaluated, with the lines that it printed.</summary>
internal static class ElsaCases
{
    public static List<(List<string> Sources, List<string> Printed)> Read()
    {
        var file = Find();
        if (!File.Exists(file))
        {
            Assert.Skip("The cases recorded from Elsa lie outside the repository, and are not there.");
        }

        var cases = new List<(List<string>, List<string>)>();
        foreach (var line in File.ReadLines(file))
        {
            var one = Canonical.Json(line);
            if (!one.GetProperty("name").GetString()!.StartsWith('x'))
            {
                continue;
            }

            var sources = new List<string>();
            Collect(one.GetProperty("definition"), sources);
            var printed = one.GetProperty("elsa").GetProperty("counter").GetProperty("lines").EnumerateArray().Select(text => text.GetString()!);
            cases.Add((sources, printed.ToList()));
        }

        return cases;
    }

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "StartupOrchestrator.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        var shared = Environment.GetEnvironmentVariable("STARTUP_SHARED") ?? Path.Combine(folder ?? "", "..", "shared");
        return Path.Combine(shared, "data", "elsa-cases.jsonl");
    }

    private static void Collect(JsonElement element, List<string> sources)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, sources);
            }
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var isScript = element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "JavaScript";
        if (isScript && element.TryGetProperty("value", out var value))
        {
            sources.Add(value.GetString()!);
        }

        foreach (var member in element.EnumerateObject())
        {
            Collect(member.Value, sources);
        }
    }
}
