using EmulationPlatform.Metering;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Registry;

namespace EmulationPlatform.Units.Facilities;

/// <summary>One source's part of a figure.</summary>
/// <param name="Coefficient">1, −1 for what is taken off, or the coefficient of a virtual source's term.</param>
/// <param name="From">First hour that counts; null is open.</param>
/// <param name="To">First hour that no longer counts; null is open.</param>
/// <param name="Share">The stretch by which it is shared out; null when all of it counts.</param>
/// <param name="ShareOf">The source that <paramref name="Share"/> belongs to.</param>
internal sealed record UsagePart(SourceEntry Entry, decimal Coefficient, Hour? From, Hour? To, Assignment? Share = null, SourceEntry? ShareOf = null)
{
    public bool IsOwn => Coefficient > 0m;
}
