using System.ComponentModel;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>What a supplier's bill says of one meter.</summary>
public sealed record BillJson(
    string Source,
    DateOnly FromDay,
    [property: Description("Day after the last one.")] DateOnly ToDay,
    [property: Description("In the metric's measure.")] decimal Amount,
    string Reference,
    string? Evidence,
    string Author);
