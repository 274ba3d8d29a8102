namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>A factor kept as a fraction: 1/60000 has no exact decimal, and a rounded one could turn a last digit.</summary>
internal readonly record struct Scale(decimal Multiply, decimal Divide)
{
    public static Scale One { get; } = new(1, 1);

    public decimal Apply(decimal value)
    {
        var product = Multiply == 1 ? value : value * Multiply;
        return Divide == 1 ? product : product / Divide;
    }
}
