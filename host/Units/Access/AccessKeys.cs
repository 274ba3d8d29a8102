namespace EmulationPlatform.Units.Access;

/// <summary>Keys of people and programs. Only hashes are stored; a key is shown once, when it is made.</summary>
public sealed class AccessKeys
{
    /// <summary>False on a fresh installation: the first page then says how to make the first key.</summary>
    public bool HasAny => throw new NotSupportedException();

    /// <returns>Who holds the key, or null when it is not one of ours.</returns>
    public KeyHolder? Check(string key) => throw new NotSupportedException();

    /// <returns>The key, to be shown once.</returns>
    public Task<string> CreateAsync(string name, Role role, CancellationToken cancellationToken) => throw new NotSupportedException();
}
