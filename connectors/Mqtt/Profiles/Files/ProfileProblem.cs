namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Something wrong in a profile file: where, and what to write instead.</summary>
internal sealed record ProfileProblem(string File, long Line, long Column, string Message)
{
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Message}");
}
