namespace EmulationPlatform.Web.Parts.Movement;

/// <summary>Something that stands in a plan's document: a target, a duty, a task, or what nobody scores.</summary>
internal sealed record PlanEntry(string Id, LocalizedText Name, Citation Citation)
{
    public Target? Target { get; init; }

    public Duty? Duty { get; init; }

    public PlanTask? Task { get; init; }

    public ContextRow? Context { get; init; }
}
