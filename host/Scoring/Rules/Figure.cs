namespace EmulationPlatform.Scoring.Rules;

/// <summary>What a rule looks at. A closed family; indicators and declared figures are named by their id.</summary>
public abstract record Figure
{
    private Figure()
    {
    }

    public abstract IReadOnlyList<string> Indicators { get; }

    /// <summary>The value itself.</summary>
    public sealed record Value(string Indicator) : Figure
    {
        public override IReadOnlyList<string> Indicators => [Indicator];
    }

    /// <summary>One value divided by another, which must be above 0.</summary>
    public sealed record Ratio(string Part, string Whole) : Figure
    {
        public override IReadOnlyList<string> Indicators => [Part, Whole];
    }

    /// <summary>The value as a share of the same, matched time of a base year: 0.9 is ten percent less.</summary>
    /// <param name="PerHead">The base follows the headcount when that has moved by more than <see cref="PerHeadOver"/> since the base year (scoring §5).</param>
    public sealed record ShareOfBase(string Indicator, int BaseYear, bool PerHead) : Figure
    {
        /// <summary>Share of the base year's headcount; 0 follows every change.</summary>
        public decimal PerHeadOver { get; init; } = 0.10m;

        public override IReadOnlyList<string> Indicators => [Indicator];
    }

    /// <summary>Growth against the period before: 0.1 is ten percent more.</summary>
    public sealed record Growth(string Indicator) : Figure
    {
        public override IReadOnlyList<string> Indicators => [Indicator];
    }

    /// <summary>The value against that of the peer group, so that 1 is as good as it.</summary>
    public sealed record AgainstPeers(string Indicator, PeerMeasure Measure, bool HigherIsBetter) : Figure
    {
        public override IReadOnlyList<string> Indicators => [Indicator];
    }
}
