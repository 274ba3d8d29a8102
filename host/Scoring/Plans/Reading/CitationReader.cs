namespace EmulationPlatform.Scoring.Plans;

/// <summary>Where an entry stands in the plan document.</summary>
internal static class CitationReader
{
    private const string Quote = "\"100% các phòng … tiết kiệm điện, nước.\"";
    private const string Place = "III.2.d";

    private static readonly IdShape Row = IdShape.Entry("S0-23");

    /// <summary>For what units are judged by: nothing is demanded that the plan does not say.</summary>
    public static Citation Read(PlanSection section) => new(section.Text("quote", Quote), section.Text("section", Place), Rows(section));

    public static Citation ReadIfAny(PlanSection section) =>
        new(section.TextIfAny("quote", Quote), section.TextIfAny("section", Place), Rows(section));

    public static IReadOnlyList<string> Rows(PlanSection section) => section.Ids("rows", Row);
}
