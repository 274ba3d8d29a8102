namespace EmulationPlatform.Web.Parts.Fields;

/// <summary>One page of a list.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Page, int Pages, int Total);
