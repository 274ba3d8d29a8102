namespace EmulationPlatform.Web.Pages;

/// <param name="Key">Resource key of its sentence.</param>
/// <param name="Commands">To be pasted into a shell at the root of the repository, each as it is.</param>
/// <param name="Notes">What else to know, such as what to enter in a device.</param>
public sealed record FirstStep(string Key, bool Done, IReadOnlyList<string> Commands, IReadOnlyList<string> Notes);
