namespace EmulationPlatform.Scoring.Plans;

/// <summary>How the whole agency is judged by a target.</summary>
public enum OrganisationView
{
    /// <summary>The share of units that meet it in full ("100 % of the rooms").</summary>
    ShareOfUnits,

    /// <summary>The units' figures together, judged by the same rule.</summary>
    Sum,

    /// <summary>A figure of the agency itself.</summary>
    Own,
}
