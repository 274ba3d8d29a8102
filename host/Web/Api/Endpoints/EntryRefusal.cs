using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Api.Bodies;

namespace EmulationPlatform.Web.Api.Endpoints;

internal static class EntryRefusal
{
    /// <summary>What was refused, at its field.</summary>
    public static ValidationProblem ToProblem(this EntryResult refused)
    {
        var errors = new FieldErrors();
        errors.Add(refused.Field ?? JsonBody.Field, refused.Problem?.En ?? "");
        return errors.ToProblem();
    }
}
