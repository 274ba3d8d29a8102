namespace EmulationPlatform.Web.Pages.Forms;

/// <summary>A message that somebody wants to see read.</summary>
public sealed record TrialQuestion(string Connector, string Topic, string Payload);
