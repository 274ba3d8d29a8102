namespace EmulationPlatform.Web.Api.Bodies.Movement;

/// <summary>The reporting year that a body or query names; left out: the running one.</summary>
internal static class PeriodField
{
    public const string Name = "period";

    /// <summary>Null and a noted error when it has not begun or is none of the plan's.</summary>
    public static Period? Find(string? name, Agency agency, FieldErrors errors)
    {
        var found = agency.Movement.FindPeriod(name);
        if (found is null)
        {
            errors.Add(Name, $"There is no period '{name}' that has begun; write one of {string.Join(", ", agency.Movement.Periods.Select(known => known.Name))}.");
        }

        return found;
    }
}
