namespace EmulationPlatform.Web.Parts;

internal static class StateName
{
    /// <summary>The word programs use for the state; also its style and the script's name for it.</summary>
    public static string Of(DataState state) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
