using StartupOrchestrator.Crash;

return args is ["workload", .. var rest] ? await Workload.RunAsync(rest) : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
