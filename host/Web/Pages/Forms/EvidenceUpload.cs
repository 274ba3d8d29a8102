using EmulationPlatform.Storage.Evidence;
using EmulationPlatform.Web.Access;

namespace EmulationPlatform.Web.Pages.Forms;

/// <summary>Keeps the photo or the minutes that came with a form.</summary>
internal static class EvidenceUpload
{
    public const string Field = "photo";

    /// <returns>Hash of the file; null when none was chosen, or when it was refused, which the form then says.</returns>
    public static async Task<string?> KeepAsync(HttpContext context, IFormCollection sent, FormReader form)
    {
        if (!form.IsFine || sent.Files.GetFile(Field) is not { Length: > 0 } file)
        {
            return null;
        }

        var records = context.RequestServices.GetRequiredService<RecordsDesk>();
        await using var content = file.OpenReadStream();
        switch (await records.AddEvidenceAsync(content, file.FileName, Principal.NameOf(context), context.RequestAborted))
        {
            case EvidenceOutcome.Stored stored:
                return stored.Hash;
            case EvidenceOutcome.TooLarge:
                form.Wrong(Field, "Form.FileTooLarge");
                return null;
            default:
                form.Wrong(Field, "Form.FileNotAllowed");
                return null;
        }
    }
}
