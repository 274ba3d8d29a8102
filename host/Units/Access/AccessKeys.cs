using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Units.Access;

/// <summary>Keys of people and programs. Only hashes are stored; a key is shown once, when it is made.</summary>
public sealed class AccessKeys
{
    private const string Prefix = "emk_";

    private readonly Database database;
    private readonly TimeProvider clock;
    private volatile Dictionary<string, KeyHolder> holders;

    public AccessKeys(Database database, TimeProvider clock)
    {
        this.database = database;
        this.clock = clock;
        holders = Load();
    }

    /// <summary>False on a fresh installation: the first page then says how to make the first key.</summary>
    public bool HasAny => holders.Count > 0;

    /// <returns>Who holds the key, or null when it is not one of ours.</returns>
    public KeyHolder? Check(string key) => holders.GetValueOrDefault(Convert.ToHexString(SecretHash.Of(key)));

    /// <param name="unit">Unit for which a unit head speaks; empty for everybody else.</param>
    /// <returns>The key, to be shown once.</returns>
    public async Task<string> CreateAsync(string name, Role role, string unit, CancellationToken cancellationToken)
    {
        var key = Prefix + SecretHash.NewSecret();
        var audit = new AuditTrail(clock);
        await database.WriteAsync(connection =>
        {
            AccessTable.AddKey(connection, SecretHash.Of(key), name, role.ToString(), unit, audit.Now);
            audit.Append(connection, AuditTrail.CommandLine, "key.created", $"key/{name}", "", before: null, after: new { role = role.ToString(), unit });
        });
        holders = Load();
        return key;
    }

    // Looking up by hash compares nothing secret: who can choose hashes to compare with cannot choose keys that have them.
    private Dictionary<string, KeyHolder> Load() => database.Read(AccessTable.Keys)
        .ToDictionary(key => Convert.ToHexString(key.Hash), key => new KeyHolder(key.Name, Enum.Parse<Role>(key.Role), key.Unit));
}
