using System.ComponentModel;
using EmulationPlatform.Units.Movement;

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
    [Description("Who decided, when and why; null while nobody has.")]
    public By? DecidedBy { get; init; }

    public static OpenPointJson Of(Decision open, PlanBook book, AgencyCalendar calendar) => new(
        open.Id, open.Question, open.Decides, open.Blocks, OpenPoints.Chosen(open, book.Choices)?.Id, book.Choices.ContainsKey(open.Id), open.IsRecordOnly,
        [.. open.Options.Select(option => new PlanTextJson.Named(option.Id, option.Name))])
    {
        DecidedBy = book.ChoiceOf(open.Id) is { } choice ? new(choice.Author, calendar.ToLocal(choice.At), choice.Reason) : null,
    };

    public sealed record By(string Author, DateTimeOffset At, string Reason);
}
