namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>What became of a proposed base year.</summary>
public enum BaselineState
{
    /// <summary>Waits for the Office; the figures do not follow it yet.</summary>
    Proposed,

    /// <summary>It counts, unless a newer one was approved.</summary>
    Approved,

    Refused,
}
