namespace EmulationPlatform.Web.Parts;

/// <summary>Signs of the states, told apart by form and not by colour alone; the words stand beside them.</summary>
internal static class StateIcons
{
    public static string Of(DataState state) => state switch
    {
        DataState.Measured => "●",
        DataState.Estimated => "◐",
        DataState.Stale => "⏱",
        DataState.NotDue => "⌛",
        DataState.NotApplicable => "∅",
        DataState.Failed => "⚠",
        _ => "○",
    };

    /// <summary>The word programs use for the state, also its style.</summary>
    public static string Name(DataState state) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
