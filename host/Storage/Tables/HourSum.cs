using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Tables;

/// <summary>A sum of hours; times as in <see cref="HourCell"/>, but of any length.</summary>
public readonly record struct HourSum(Amount Amount, long CoveredMilliseconds, long EstimatedMilliseconds, long SuspectMilliseconds)
{
    public static HourSum operator +(HourSum sum, HourCell cell) => new(
        sum.Amount + cell.Amount,
        sum.CoveredMilliseconds + cell.CoveredMilliseconds,
        sum.EstimatedMilliseconds + cell.EstimatedMilliseconds,
        sum.SuspectMilliseconds + cell.SuspectMilliseconds);

    public static HourSum operator +(HourSum left, HourSum right) => new(
        left.Amount + right.Amount,
        left.CoveredMilliseconds + right.CoveredMilliseconds,
        left.EstimatedMilliseconds + right.EstimatedMilliseconds,
        left.SuspectMilliseconds + right.SuspectMilliseconds);

    public static HourSum operator -(HourSum left, HourSum right) => new(
        left.Amount - right.Amount,
        left.CoveredMilliseconds - right.CoveredMilliseconds,
        left.EstimatedMilliseconds - right.EstimatedMilliseconds,
        left.SuspectMilliseconds - right.SuspectMilliseconds);
}
