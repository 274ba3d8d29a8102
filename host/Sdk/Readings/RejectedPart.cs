namespace EmulationPlatform.Sdk;

/// <summary>A part of a message that should have given a reading and could not.</summary>
/// <param name="Code">Stable machine word: <c>notANumber</c>, <c>outOfRange</c>, <c>badTime</c>, <c>badPayload</c>.</param>
/// <param name="Reason">One sentence: what is wrong, where in the message, and what to do.</param>
public sealed record RejectedPart(string Code, string Reason);
