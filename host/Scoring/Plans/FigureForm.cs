namespace EmulationPlatform.Scoring.Plans;

/// <summary>What people enter for a figure that nothing measures.</summary>
public enum FigureForm
{
    /// <summary>n of d.</summary>
    Ratio,

    Number,

    /// <summary>A number and the same of the base year.</summary>
    Amount,

    /// <summary>Yes or no, with the day of the evidence.</summary>
    YesNo,

    /// <summary>One of the stages named.</summary>
    Stage,

    /// <summary>0 to 4 by two or more raters of other units.</summary>
    Rating,

    /// <summary>When a report came.</summary>
    Submission,
}
