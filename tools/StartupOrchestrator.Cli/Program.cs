using StartupOrchestrator.Cli;

return await StartupCommand.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
