using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>
/// What a source used in one clock hour, or a change of it. Every part is a sum, so that taking an interval back leaves
/// exactly what was there before.
/// </summary>
/// <param name="CoveredMilliseconds">Time for which the amount is known, 0 to 3,600,000.</param>
/// <param name="EstimatedMilliseconds">Part of the covered time whose amount is a share of a longer interval.</param>
/// <param name="SuspectMilliseconds">Time in which the register fell for a reason not yet known.</param>
public readonly record struct HourCell(Amount Amount, int CoveredMilliseconds, int EstimatedMilliseconds, int SuspectMilliseconds)
{
    public static HourCell operator +(HourCell left, HourCell right) => new(
        left.Amount + right.Amount,
        checked(left.CoveredMilliseconds + right.CoveredMilliseconds),
        checked(left.EstimatedMilliseconds + right.EstimatedMilliseconds),
        checked(left.SuspectMilliseconds + right.SuspectMilliseconds));

    public static HourCell operator -(HourCell cell) =>
        new(-cell.Amount, -cell.CoveredMilliseconds, -cell.EstimatedMilliseconds, -cell.SuspectMilliseconds);
}
