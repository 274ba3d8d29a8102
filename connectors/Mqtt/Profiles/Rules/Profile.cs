namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>How one family of devices speaks.</summary>
/// <param name="Order">Profiles with a lower number are asked first.</param>
/// <param name="Only">Topics it is limited to; empty: all that its rules match.</param>
internal sealed record Profile(string Id, int Order, TopicPattern[] Only, Rule[] Rules);
