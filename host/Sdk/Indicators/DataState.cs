namespace EmulationPlatform.Sdk;

/// <summary>Where a value comes from or why there is none. One vocabulary for every page and answer.</summary>
public enum DataState
{
    /// <summary>● Read by an instrument or system.</summary>
    Measured,

    /// <summary>◐ Holds filled gaps or shared-out parts.</summary>
    Estimated,

    /// <summary>⏱ Older than its limit.</summary>
    Stale,

    /// <summary>○ Expected, but nothing came.</summary>
    NoData,

    /// <summary>○ Measured, but there is no base year to compare with.</summary>
    NoBaseline,

    /// <summary>⌛ Will count later.</summary>
    NotDue,

    /// <summary>∅ Does not apply to this unit.</summary>
    NotApplicable,

    /// <summary>The formula failed; the reason is shown.</summary>
    Failed,

    /// <summary>✍ Entered by the unit, not looked at by anybody else yet.</summary>
    SelfDeclared,

    /// <summary>✔ Looked at by the Office or the Council.</summary>
    Verified,

    /// <summary>? The plan leaves it open; somebody has to decide.</summary>
    NeedsDecision,
}
