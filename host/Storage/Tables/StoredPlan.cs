namespace EmulationPlatform.Storage.Tables;

/// <param name="Version">As the file says.</param>
/// <param name="Text">The file, word for word.</param>
public sealed record StoredPlan(string Id, int Version, string Text);
