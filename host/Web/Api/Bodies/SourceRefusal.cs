namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>A change of a source that fits the form and yet not the readings that are stored.</summary>
internal static class SourceRefusal
{
    /// <returns>The field to mend; null when the exception says nothing about the request.</returns>
    public static string? Field(ArgumentException e) => e.ParamName switch
    {
        "assignments" => "unit",
        "change" => "parent",
        "row" => "factor",
        "reason" => "reason",
        _ => null,
    };

    /// <summary>What was said, without the name of the parameter that .NET adds.</summary>
    public static string Sentence(ArgumentException e)
    {
        var added = e.Message.LastIndexOf(" (Parameter '", StringComparison.Ordinal);
        return added < 0 ? e.Message : e.Message[..added];
    }
}
