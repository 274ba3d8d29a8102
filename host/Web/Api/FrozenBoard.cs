using System.Text.Json;
using EmulationPlatform.Web.Api.Shapes;

namespace EmulationPlatform.Web.Api;

/// <summary>Reads the board of an official result back for people.</summary>
internal static class FrozenBoard
{
    /// <returns>Null for a result of an older form, which programs can still read.</returns>
    public static ScoreboardJson? Read(string board)
    {
        try
        {
            return JsonSerializer.Deserialize<ScoreboardJson>(board, JsonForm.Options) is { Plan: not null, Organisation.Targets: not null, Units: { } units } read
                && units.All(unit => unit is { Name: not null, Targets: not null })
                    ? read
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
