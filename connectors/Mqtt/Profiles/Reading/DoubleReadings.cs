using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>
/// Two values of one message that claim to be the same register at the same time: the same value counts once; different
/// values mean that the profile mixes two registers, and a mixed register is worse than none.
/// </summary>
internal static class DoubleReadings
{
    private const int FewReadings = 32;

    public static void Settle(List<Observation> observations, ReadingCollector collector)
    {
        if (observations.Count < 2 || (observations.Count <= FewReadings && AllDiffer(observations)))
        {
            return;
        }

        var groups = observations.GroupBy(one => (one.Source.Id, one.At)).ToList();
        observations.Clear();
        foreach (var group in groups)
        {
            var first = group.First();
            if (group.All(one => one.Value == first.Value))
            {
                observations.Add(first);
                continue;
            }

            var source = first.Source;
            collector.Reject(
                "badPayload",
                $"The message holds several values for {source.Metric} {source.Kind} {source.Direction} channel '{source.Channel}' "
                + "at one time, so none was read; give the profile a channel that tells them apart.");
        }
    }

    private static bool AllDiffer(List<Observation> observations)
    {
        for (var i = 1; i < observations.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (observations[i].At == observations[j].At
                    && string.Equals(observations[i].Source.Id, observations[j].Source.Id, StringComparison.Ordinal))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
