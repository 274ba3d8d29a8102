namespace EmulationPlatform.Sdk;

/// <summary>User names and passwords of devices; only hashes are stored.</summary>
public interface IDeviceCredentials
{
    /// <returns>The grant, or null when the name or the password is wrong.</returns>
    DeviceGrant? Check(string userName, ReadOnlySpan<byte> password);
}
