using EmulationPlatform.App.Commands;

return await CommandLine.RunAsync(args);
