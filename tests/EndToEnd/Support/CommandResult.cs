namespace EmulationPlatform.EndToEnd.Support;

internal sealed record CommandResult(int ExitCode, string Output, string Error);
