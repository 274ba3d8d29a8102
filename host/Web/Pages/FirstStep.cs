namespace EmulationPlatform.Web.Pages;

/// <param name="Key">Resource key of its sentence.</param>
/// <param name="Commands">Lines to type or to enter in a device.</param>
public sealed record FirstStep(string Key, bool Done, IReadOnlyList<string> Commands);
