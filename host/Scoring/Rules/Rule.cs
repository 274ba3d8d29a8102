namespace EmulationPlatform.Scoring.Rules;

/// <summary>How what is known becomes an attainment between 0 and 1: one figure on a scale, or several rules as one. A closed family.</summary>
public abstract record Rule
{
    private Rule()
    {
    }

    /// <param name="Kind">Word of the plan file, which says what the scale means to people.</param>
    public sealed record Scaled(RuleKind Kind, Figure Figure, Scale Scale) : Rule
    {
        public Settling Settling { get; init; }
    }

    public sealed record Combined(Combination How, IReadOnlyList<RulePart> Parts) : Rule;

    /// <summary>All figures the rule looks at, in the order of the plan; each once.</summary>
    public IReadOnlyList<Figure> Figures => [.. Leaves(this).Select(leaf => leaf.Figure).Distinct()];

    /// <summary>Ids of the indicators and declared figures the rule looks at; each once.</summary>
    public IReadOnlyList<string> Indicators => [.. Figures.SelectMany(figure => figure.Indicators).Distinct(StringComparer.Ordinal)];

    /// <summary>All rules with one figure that it is made of.</summary>
    internal IEnumerable<Scaled> Scales => Leaves(this);

    private static IEnumerable<Scaled> Leaves(Rule rule) => rule switch
    {
        Scaled scaled => [scaled],
        Combined combined => combined.Parts.SelectMany(part => Leaves(part.Rule)),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown kind of rule."),
    };
}
