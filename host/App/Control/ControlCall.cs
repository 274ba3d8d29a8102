namespace EmulationPlatform.App.Control;

/// <summary>A command given on the command line, for the host that runs on the same data folder.</summary>
/// <param name="Command"><c>key-create</c>, <c>mqtt-user-add</c> or <c>plan-use</c>.</param>
internal sealed record ControlCall(string Command, IReadOnlyList<string> Arguments);
