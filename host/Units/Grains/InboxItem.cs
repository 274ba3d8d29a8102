using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Registry;

namespace EmulationPlatform.Units.Grains;

/// <summary>What lies in a unit's inbox: its part of a delivery, or a command.</summary>
internal readonly record struct InboxItem
{
    public Delivery? Delivery { get; init; }

    public Origin? Origin { get; init; }

    /// <summary>Source of the only observation.</summary>
    public SourceEntry? Single { get; init; }

    /// <summary>Positions of this unit's observations, with their sources, when there are several.</summary>
    public (SourceEntry Entry, int Index)[]? Several { get; init; }

    /// <summary>This part carries what belongs to the whole message: rejected parts, state.</summary>
    public bool IsPrimary { get; init; }

    public GrainCommand? Command { get; init; }
}
