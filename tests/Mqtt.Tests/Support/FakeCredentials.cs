using EmulationPlatform.Sdk;

namespace EmulationPlatform.Mqtt.Tests.Support;

/// <summary>Knows the user "meter" with the password "secret".</summary>
internal sealed class FakeCredentials(params string[] topics) : IDeviceCredentials
{
    public DeviceGrant? Check(string userName, ReadOnlySpan<byte> password) =>
        userName == "meter" && password.SequenceEqual("secret"u8) ? new DeviceGrant("meter", topics) : null;
}
