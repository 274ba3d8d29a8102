namespace EmulationPlatform.Load.Publisher;

/// <summary>User and password; no user means an anonymous CONNECT.</summary>
internal sealed record MqttLogin(string? User, string Password)
{
    public static MqttLogin Anonymous { get; } = new(null, "");
}
