using System.CommandLine;
using System.Text.Json.Nodes;
using StartupOrchestrator.Cli.Output;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Simulation;

namespace StartupOrchestrator.Cli.Commands;

/// <summary>workflow run, workflow validate, workflow agree: definitions in memory, without a database. The rest of the workflow commands talks to a product.</summary>
internal static class WorkflowCommands
{
    private static readonly Argument<FileInfo[]> Files = new("FILE") { Description = "Workflow definitions (Elsa 3 JSON)", Arity = ArgumentArity.OneOrMore };

    public static Command Create()
    {
        var workflow = new Command("workflow", "Run, check and compare workflow definitions (Elsa 3 JSON).");
        workflow.Subcommands.Add(RunCommand());
        workflow.Subcommands.Add(ValidateCommand());
        workflow.Subcommands.Add(AgreeCommand());
        foreach (var command in DefinitionCommands.All().Concat(PlanCommands.All()))
        {
            workflow.Subcommands.Add(command);
        }

        return workflow;
    }

    private static Command RunCommand()
    {
        var inputs = new Option<string[]>("--input") { Description = "Input of the workflow, name=value; the value is JSON or plain text" };
        var command = new Command("run", "Run one definition in memory. Later files are its children. Every wait is resumed in turn, on virtual time, until none is left.") { Files, inputs };
        command.SetAction(parsed =>
        {
            var definitions = parsed.GetValue(Files)!.Select(WorkflowFiles.Read).ToList();
            var result = WorkflowSimulator.Run(definitions, new SimulationOptions { Inputs = WorkflowFiles.Inputs(parsed.GetValue(inputs)).ToDictionary(i => i.Key, i => i.Value) });
            Printer.For(parsed).Result(result.ToJson(), () => Tell(Printer.For(parsed), result));
            return result.Status == InstanceStatus.Finished && result.SubStatus == InstanceSubStatus.Finished ? 0 : 1;
        });
        return command;
    }

    private static Command ValidateCommand()
    {
        var command = new Command("validate", "Check definitions as publishing does: what must fail is an error, the rest a warning; each names its activity. The files may use each other.") { Files };
        command.SetAction(parsed =>
        {
            var printer = Printer.For(parsed);
            var results = new JsonArray();
            var failed = false;
            var read = parsed.GetValue(Files)!.Select(TryRead).ToList();
            var source = new DefinitionSet(read.Select(r => r.Definition).OfType<WorkflowDefinition>());
            foreach (var (file, definition, error) in read)
            {
                var problems = definition is null ? [error!] : definition.Problems.Concat(DefinitionValidator.Validate(definition, source: source)).Distinct().ToList();
                var valid = DefinitionValidator.AllowsPublishing(problems);
                failed |= !valid;
                results.Add(new JsonObject { ["file"] = file.Name, ["valid"] = valid, ["problems"] = new JsonArray([.. problems.Select(ToJson)]) });
                printer.Say($"{file.Name}: {(problems.Count == 0 ? "fine" : valid ? "can be published" : "cannot be published")}");
                foreach (var problem in problems)
                {
                    printer.Say($"  {problem}");
                }
            }

            printer.Result(results, () => { });
            return failed ? 1 : 0;
        });
        return command;
    }

    private static Command AgreeCommand()
    {
        var cases = new Argument<FileInfo>("CASES") { Description = "JSON lines: name, definition, and what Elsa did in each mode" };
        var command = new Command("agree", "Run recorded cases in both flowchart modes and list where this engine agrees with Elsa, and why not where it differs on purpose.") { cases };
        command.SetAction(parsed =>
        {
            var printer = Printer.For(parsed);
            var rows = Agreement(parsed.GetValue(cases)!);
            printer.Result(WorkflowAgreement.ToJson(rows), () =>
            {
                foreach (var row in rows.Where(r => !r.Agrees))
                {
                    printer.Say($"{row.Name} ({row.Mode}): {row.Status}/{row.SubStatus} {string.Join(" | ", row.Lines)}: {row.Why ?? row.Fault ?? "not explained"}");
                }

                printer.Say($"{rows.Count(r => r.Agrees)} of {rows.Count} agree, {rows.Count(r => !r.Agrees && r.Why is not null)} differ on purpose.");
            });
            return rows.All(r => r.Agrees || r.Why is not null) ? 0 : 1;
        });
        return command;
    }

    private static void Tell(Printer printer, SimulationResult result)
    {
        foreach (var line in result.Lines)
        {
            printer.Say(line);
        }

        printer.Say($"{result.Status} ({result.SubStatus})");
        foreach (var (name, value) in result.Outputs)
        {
            printer.Say($"  output {name}: {value?.ToJsonString() ?? "null"}");
        }

        IEnumerable<string> rest =
        [
            .. result.Fault is { } fault ? [$"  fault: {fault}"] : Array.Empty<string>(),
            .. result.Blocked.Select(b => $"  blocked: {b.ActivityName ?? b.ActivityId}: {b.Message}"),
            .. result.GivenUp ? ["  given up: after very many resumptions it still waits for something new"] : Array.Empty<string>(),
            .. result.Problems.Select(p => $"  {p}"),
        ];
        foreach (var line in rest)
        {
            printer.Say(line);
        }
    }

    private static IReadOnlyList<AgreementRow> Agreement(FileInfo cases)
    {
        try
        {
            return WorkflowAgreement.Run(File.ReadLines(WorkflowFiles.Existing(cases).FullName)) is { Count: > 0 } rows ? rows : throw new UserErrorException($"{cases.Name} holds no case.");
        }
        catch (DefinitionFormatException e)
        {
            throw new UserErrorException($"{cases.Name}: {e.Message}");
        }
    }

    private static (FileInfo File, WorkflowDefinition? Definition, DefinitionProblem? Error) TryRead(FileInfo file)
    {
        try
        {
            return (file, DefinitionReader.Read(File.ReadAllText(WorkflowFiles.Existing(file).FullName)), null);
        }
        catch (DefinitionFormatException e)
        {
            return (file, null, DefinitionProblem.Error("format", "$", e.Message));
        }
    }

    private static JsonNode ToJson(DefinitionProblem problem) => new JsonObject
    {
        ["severity"] = problem.Severity.ToString().ToLowerInvariant(),
        ["code"] = problem.Code,
        ["path"] = problem.Path,
        ["activity"] = problem.ActivityId,
        ["name"] = problem.ActivityName,
        ["message"] = problem.Message,
    };
}
