namespace EmulationPlatform.Units.Tests.Registry;

/// <summary>One register of a generated installation.</summary>
/// <param name="Main">Place of the main meter it hangs behind; null at the top.</param>
/// <param name="IsChannel">It is a channel of that device (or of one without a total) instead of a meter of its own.</param>
/// <param name="Shown">It is a check meter that is shown only.</param>
/// <param name="Uses">What it counts in each hour, in thousandths.</param>
internal sealed record TreeMeter(int? Main, bool IsChannel, bool Shown, int[] Uses)
{
    public override string ToString() => $"{(IsChannel ? "channel" : "meter")}{(Main is { } main ? " behind " + main : "")}{(Shown ? ", shown only" : "")} {string.Join(' ', Uses)}";
}
