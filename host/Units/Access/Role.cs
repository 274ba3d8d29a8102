namespace EmulationPlatform.Units.Access;

/// <summary>What a person or a program may do (design §8).</summary>
public enum Role
{
    Viewer,
    UnitHead,
    Facilities,
    ItAdmin,
    Office,
    Council,
    Admin,
}
