using EmulationPlatform.Web.Api.Shapes;

namespace EmulationPlatform.Web.Parts;

/// <summary>A figure can grow old between two computations; what is shown says so at once.</summary>
internal static class Freshness
{
    /// <summary>For the script, which watches the limit between two events.</summary>
    public static string? Until(TargetJson target) => target.FreshUntil?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    public static bool IsOld(TargetJson target, DateTimeOffset now) => target.FreshUntil is { } until && until < now;

    public static DataState Shown(TargetJson target, DateTimeOffset now) =>
        IsOld(target, now) && target.State is DataState.Measured or DataState.Estimated ? DataState.Stale : target.State;
}
