namespace EmulationPlatform.Web.Pages.Forms;

/// <summary>Why a form was refused, with what was entered, so that nobody has to type it again.</summary>
/// <param name="Form">Name of the form on its page.</param>
/// <param name="Field">Field that is wrong; null when it is none in particular.</param>
public sealed record FormRefusal(string Form, string? Field, LocalizedText Problem, IReadOnlyDictionary<string, string> Values);
