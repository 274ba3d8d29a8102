namespace EmulationPlatform.Units.Views;

/// <param name="Index">Position in the posted list, from 0.</param>
public sealed record QuarantinedPost(int Index, string Reason);
