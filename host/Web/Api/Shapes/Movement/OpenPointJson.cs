using System.ComponentModel;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <summary>Something that the plan leaves open.</summary>
public sealed record OpenPointJson(
    string Id,
    LocalizedText Question,
    [property: Description("Role that decides.")] string Decides,
    [property: Description("Ids of targets and duties that wait for it.")] IReadOnlyList<string> Blocks,
    [property: Description("What applies; null while it blocks.")] string? Option,
    [property: Description("Somebody has decided; else the option is the plan file's proposal.")] bool Decided,
    [property: Description("The choice is kept and shown, and changes no score, day or band.")] bool RecordOnly,
    IReadOnlyList<PlanTextJson.Named> Options)
{
    public static OpenPointJson Of(Decision open, IReadOnlyDictionary<string, string> choices) => new(
        open.Id, open.Question, open.Decides, open.Blocks, OpenPoints.Chosen(open, choices)?.Id, choices.ContainsKey(open.Id), open.IsRecordOnly,
        [.. open.Options.Select(option => new PlanTextJson.Named(option.Id, option.Name))]);
}
