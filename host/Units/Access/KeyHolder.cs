namespace EmulationPlatform.Units.Access;

/// <param name="Unit">Unit for which a unit head speaks; empty for everybody else.</param>
public sealed record KeyHolder(string Name, Role Role, string Unit);
