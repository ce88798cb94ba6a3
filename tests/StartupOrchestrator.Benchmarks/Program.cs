using StartupOrchestrator.Workflows.Simulation;

// With the argument "engine" the quick figures; otherwise BenchmarkDotNet's own arguments.
if (args is ["engine"])
{
    foreach (var figure in EngineBench.Run(TimeProvider.System)) Console.WriteLine(figure);
    return;
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
