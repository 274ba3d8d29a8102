namespace EmulationPlatform.Load.Publisher;

/// <summary>One stretch of publishing.</summary>
/// <param name="WarmUp">Published but not measured.</param>
/// <param name="OnMeasuring">Called when measuring starts.</param>
/// <param name="OnMeasured">Called when it ends, while messages still flow.</param>
internal sealed record Phase(TimeSpan WarmUp, TimeSpan Measured, Action OnMeasuring, Action OnMeasured);
