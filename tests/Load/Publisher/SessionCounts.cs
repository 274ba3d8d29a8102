namespace EmulationPlatform.Load.Publisher;

/// <summary>What happened to a session, or to all of them.</summary>
/// <param name="Acknowledged">Messages whose PUBACK or PUBREC came; with QoS 0 those handed to the socket.</param>
/// <param name="Resent">Messages sent again after a reconnect.</param>
/// <param name="Refused">Acknowledgements with a reason of 0x80 or above.</param>
/// <param name="Broken">Connections that ended without our asking.</param>
/// <param name="Forgotten">QoS 2 messages whose identifier the server no longer knew after a reconnect.</param>
/// <param name="Unanswered">Messages without acknowledgement at the end.</param>
internal readonly record struct SessionCounts(long Acknowledged, long Resent, long Refused, long Broken, long Forgotten, long Unanswered)
{
    public static SessionCounts operator +(SessionCounts left, SessionCounts right) => new(
        left.Acknowledged + right.Acknowledged,
        left.Resent + right.Resent,
        left.Refused + right.Refused,
        left.Broken + right.Broken,
        left.Forgotten + right.Forgotten,
        left.Unanswered + right.Unanswered);
}
