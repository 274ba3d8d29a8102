namespace EmulationPlatform.Connectors.Mqtt.Protocol;

/// <summary>Which properties a packet may carry.</summary>
internal readonly record struct PropertySet(ulong Bits)
{
    public static PropertySet Connect { get; } = Of(
        PropertyId.SessionExpiryInterval, PropertyId.AuthenticationMethod, PropertyId.AuthenticationData, PropertyId.RequestProblemInformation,
        PropertyId.RequestResponseInformation, PropertyId.ReceiveMaximum, PropertyId.TopicAliasMaximum, PropertyId.UserProperty,
        PropertyId.MaximumPacketSize);

    public static PropertySet Will { get; } = Of(
        PropertyId.PayloadFormatIndicator, PropertyId.MessageExpiryInterval, PropertyId.ContentType, PropertyId.ResponseTopic,
        PropertyId.CorrelationData, PropertyId.WillDelayInterval, PropertyId.UserProperty);

    public static PropertySet Publish { get; } = Of(
        PropertyId.PayloadFormatIndicator, PropertyId.MessageExpiryInterval, PropertyId.ContentType, PropertyId.ResponseTopic,
        PropertyId.CorrelationData, PropertyId.TopicAlias, PropertyId.UserProperty);

    public static PropertySet Acknowledgement { get; } = Of(PropertyId.ReasonString, PropertyId.UserProperty);

    public static PropertySet Subscribe { get; } = Of(PropertyId.SubscriptionIdentifier, PropertyId.UserProperty);

    public static PropertySet Unsubscribe { get; } = Of(PropertyId.UserProperty);

    public static PropertySet Disconnect { get; } = Of(
        PropertyId.SessionExpiryInterval, PropertyId.ReasonString, PropertyId.UserProperty);

    public static PropertySet Of(params ReadOnlySpan<PropertyId> ids)
    {
        var bits = 0UL;
        foreach (var id in ids)
        {
            bits |= 1UL << (int)id;
        }

        return new PropertySet(bits);
    }

    public bool Has(PropertyId id) => (Bits & (1UL << (int)id)) != 0;

    public PropertySet With(PropertyId id) => new(Bits | (1UL << (int)id));
}
