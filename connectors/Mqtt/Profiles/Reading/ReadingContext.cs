using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>What reading a message needs besides the message.</summary>
internal readonly record struct ReadingContext(Instant ReceivedAt, TimeSpan SiteOffset, SparkplugReader Sparkplug);
