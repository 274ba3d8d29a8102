using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Evaluating;

/// <summary>Order of states by how far they can be trusted.</summary>
internal static class DataStates
{
    private static readonly DataState[] FromStrongest = [DataState.Measured, DataState.Verified, DataState.Estimated, DataState.SelfDeclared, DataState.Stale];

    public static bool IsKnown(DataState state) => FromStrongest.Contains(state);

    /// <summary>The weaker of two states that have values.</summary>
    public static DataState Weaker(DataState one, DataState other) =>
        Array.IndexOf(FromStrongest, one) >= Array.IndexOf(FromStrongest, other) ? one : other;
}
