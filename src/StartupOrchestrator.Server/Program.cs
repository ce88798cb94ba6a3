return await StartupOrchestrator.Server.Hosting.ServerCommand.RunAsync(args);
