namespace EmulationPlatform.Connectors.Mqtt.Profiles;

internal enum ConditionKind
{
    /// <summary>There is a value, and it is not null.</summary>
    Exists,
    Missing,

    /// <summary>A number, or a text that is one.</summary>
    Number,
    OneOf,

    /// <summary>Also holds when there is no value.</summary>
    NoneOf,
    Matches,
    NotMatches,

    /// <summary>An array or object with that many members.</summary>
    Count,
}
