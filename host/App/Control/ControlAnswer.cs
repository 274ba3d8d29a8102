namespace EmulationPlatform.App.Control;

/// <param name="Text">What to print: on standard output when done, on standard error when refused.</param>
/// <param name="Warning">What to say on standard error though it is done; null for nothing.</param>
internal sealed record ControlAnswer(bool Done, string Text, string? Warning = null)
{
    /// <summary>How far a long command is; the answer itself comes later.</summary>
    public string? Progress { get; init; }
}
