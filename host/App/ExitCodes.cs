namespace EmulationPlatform.App;

/// <summary>What the program answers to the shell (design §7).</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Refused, with a message that says what to do.</summary>
    public const int Refused = 1;

    public const int WrongUsage = 2;
}
