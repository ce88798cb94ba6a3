using System.CommandLine;
using System.Text.Json.Nodes;
using StartupOrchestrator.Cli.Output;
using StartupOrchestrator.Workflows.Definitions;
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
            var printer = Printer.For(parsed);
            var definitions = parsed.GetValue(Files)!.Select(WorkflowFiles.Read).ToList();
            var result = WorkflowSimulator.Run(definitions, new SimulationOptions { Inputs = WorkflowFiles.Inputs(parsed.GetValue(inputs)).ToDictionary(i => i.Key, i => i.Value) });
            var json = result.ToJson();
            printer.Result(json, () =>
            {
                foreach (var line in result.Lines)
                {
                    printer.Say(line);
                }

                printer.Say($"{json["status"]} ({json["subStatus"]})");
                foreach (var step in json["blockedSteps"]?.AsArray() ?? [])
                {
                    printer.Say($"  blocked: {step?.ToJsonString()}");
                }
            });
            return json["status"]?.GetValue<string>() == "Finished" && json["subStatus"]?.GetValue<string>() == "Finished" ? 0 : 1;
        });
        return command;
    }

    private static Command ValidateCommand()
    {
        var command = new Command("validate", "Check definitions as publishing does: what must fail is an error, the rest a warning; each names its activity.") { Files };
        command.SetAction(parsed =>
        {
            var printer = Printer.For(parsed);
            var results = new JsonArray();
            var failed = false;
            foreach (var file in parsed.GetValue(Files)!)
            {
                var problems = Check(file);
                failed |= problems.Any(p => p.Severity == ProblemSeverity.Error);
                results.Add(new JsonObject
                {
                    ["file"] = file.Name,
                    ["valid"] = problems.All(p => p.Severity != ProblemSeverity.Error),
                    ["problems"] = new JsonArray([.. problems.Select(ToJson)]),
                });
                if (problems.Count == 0)
                {
                    printer.Say($"{file.Name}: fine");
                }

                foreach (var problem in problems)
                {
                    printer.Say($"{file.Name}: {problem}");
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
            var rows = WorkflowAgreement.Run(File.ReadLines(WorkflowFiles.Existing(parsed.GetValue(cases)!).FullName));
            printer.Result(WorkflowAgreement.ToJson(rows), () =>
            {
                foreach (var row in rows.Where(r => !r.Agrees))
                {
                    printer.Say($"{row.Name} ({row.Mode}): {row.Status}/{row.SubStatus} {string.Join(" | ", row.Lines)}: {row.Why}");
                }

                printer.Say($"{rows.Count(r => r.Agrees)} of {rows.Count} agree");
            });
            return rows.All(r => r.Agrees || r.Why is not null) ? 0 : 1;
        });
        return command;
    }

    private static IReadOnlyList<DefinitionProblem> Check(FileInfo file)
    {
        try
        {
            return DefinitionValidator.Validate(DefinitionReader.Read(File.ReadAllText(WorkflowFiles.Existing(file).FullName)));
        }
        catch (DefinitionFormatException e)
        {
            return [DefinitionProblem.Error("format", "$", e.Message)];
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
