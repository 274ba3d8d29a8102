namespace EmulationPlatform.App.Control;

/// <param name="Text">What to print: on standard output when done, on standard error when refused.</param>
internal sealed record ControlAnswer(bool Done, string Text);
