using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Storage.Tables;

namespace EmulationPlatform.Units;

/// <summary>Which plan is shown.</summary>
internal static class PlanChoice
{
    public static (Plan Plan, bool IsDefault) Of(AgencySetup setup)
    {
        if (setup.Database.Read(connection => PlanTable.InUse(connection)) is not { } stored)
        {
            return (setup.DefaultPlan, true);
        }

        var read = PlanReader.Read(stored.Text, "plan in use");
        if (read.Plan is { } plan)
        {
            return (plan, false);
        }

        setup.Logger.PlanUnreadable(read.Problems[0].ToString());
        return (setup.DefaultPlan, true);
    }
}
