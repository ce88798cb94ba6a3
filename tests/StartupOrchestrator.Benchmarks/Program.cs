using StartupOrchestrator.Benchmarks;
using StartupOrchestrator.Workflows.Simulation;

// With the argument "engine" the quick figures, by processor time; otherwise BenchmarkDotNet's own arguments.
if (args is ["engine"])
{
    foreach (var figure in EngineBench.Run(new ProcessorClock(), seconds: 1)) Console.WriteLine(figure);
    return;
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
