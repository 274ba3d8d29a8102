using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Units.Access;

/// <summary>Users of devices, with the topics each may publish to.</summary>
public sealed class DeviceUsers : IDeviceCredentials
{
    private readonly Database database;
    private readonly TimeProvider clock;
    private volatile Dictionary<string, (byte[] PasswordHash, DeviceGrant Grant)> users;

    public DeviceUsers(Database database, TimeProvider clock)
    {
        this.database = database;
        this.clock = clock;
        users = Load();
    }

    public DeviceGrant? Check(string userName, ReadOnlySpan<byte> password)
    {
        var offered = SecretHash.Of(password);
        return users.TryGetValue(userName, out var user) && SecretHash.Same(user.PasswordHash, offered) ? user.Grant : null;
    }

    public bool Has(string name) => users.ContainsKey(name);

    /// <summary>Adds the user, or gives an existing one a new password and new topics.</summary>
    /// <returns>The password, to be shown once.</returns>
    public async Task<string> PutAsync(string name, IReadOnlyList<string> topicPatterns, CancellationToken cancellationToken)
    {
        var password = SecretHash.NewSecret();
        var audit = new AuditTrail(clock);
        var before = users.GetValueOrDefault(name).Grant?.TopicPatterns;
        await database.WriteAsync(connection =>
        {
            AccessTable.PutDeviceUser(connection, name, SecretHash.Of(password), topicPatterns, audit.Now);
            audit.Append(
                connection, AuditTrail.CommandLine, "deviceUser.set", $"device-user/{name}", "", before is null ? null : new { topics = before }, new { topics = topicPatterns });
        });
        users = Load();
        return password;
    }

    private Dictionary<string, (byte[] PasswordHash, DeviceGrant Grant)> Load() => database.Read(AccessTable.DeviceUsers)
        .ToDictionary(user => user.Name, user => (user.PasswordHash, new DeviceGrant(user.Name, user.Topics)));
}
