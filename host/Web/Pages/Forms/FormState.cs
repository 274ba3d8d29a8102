namespace EmulationPlatform.Web.Pages.Forms;

/// <summary>A form as its page shows it: new, or with what was entered before it was refused.</summary>
/// <param name="refusal">Of any form of the page; null when nothing was refused.</param>
public sealed class FormState(string name, FormRefusal? refusal)
{
    private readonly FormRefusal? own = refusal?.Form == name ? refusal : null;

    public string Name => name;

    public bool IsRefused => own is not null;

    public LocalizedText? Problem => own?.Problem;

    public string? Value(string field, string? initial) => own?.Values.GetValueOrDefault(field) ?? initial;

    public bool IsWrong(string field) => own?.Field == field;
}
