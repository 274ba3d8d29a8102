using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Tests.Registry;

/// <summary>Somebody gives a register to units.</summary>
/// <param name="Units">None takes it away; several share it.</param>
/// <param name="FromHour">Place of the first hour; null for everything it ever counted.</param>
internal sealed record TreeStep(int Meter, string[] Units, ShareKey Key, int? FromHour)
{
    public override string ToString() => $"{Meter} to [{string.Join(' ', Units)}]{(Units.Length > 1 ? " by " + Key : "")}{(FromHour is { } hour ? " from " + hour : "")}";
}
