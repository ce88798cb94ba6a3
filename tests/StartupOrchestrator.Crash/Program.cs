using StartupOrchestrator.Crash;
using StartupOrchestrator.Crash.Numbers;

return args switch
{
    ["workload", .. var rest] => await Workload.RunAsync(rest),
    ["pace", .. var rest] => await Pace.RunAsync(rest),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};
