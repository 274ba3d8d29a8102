namespace EmulationPlatform.Units.Access;

public sealed record KeyHolder(string Name, Role Role);
