using EmulationPlatform.Sheets;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Api.Export;

/// <summary>In which form a list is wanted.</summary>
/// <param name="IsWorkbook">Otherwise CSV.</param>
/// <param name="Numbers">For CSV only: a workbook has numbers.</param>
internal sealed record ExportChoice(bool IsWorkbook, NumberForm Numbers)
{
    /// <summary>Names of the parameters.</summary>
    public const string Format = "format";
    public const string NumberMarks = "numbers";

    /// <returns>Null when JSON is wanted, or when an error is noted.</returns>
    public static ExportChoice? Of(IQueryCollection query, Words language, FieldErrors errors)
    {
        var (format, numbers) = (query[Format].ToString(), query[NumberMarks].ToString());
        if (format is not ("" or "json" or "csv" or "xlsx"))
        {
            errors.Add(Format, "Write csv or xlsx, or leave it out for JSON.");
        }

        if (numbers is not ("" or "vi" or "invariant"))
        {
            errors.Add(NumberMarks, "Write vi (1.234,5 and semicolons) or invariant (1234.5 and commas).");
        }

        var form = numbers switch
        {
            "vi" => NumberForm.Vietnamese,
            "invariant" => NumberForm.Invariant,
            _ => language.Language == "vi" ? NumberForm.Vietnamese : NumberForm.Invariant,
        };
        return errors.Any || format is "" or "json" ? null : new ExportChoice(format == "xlsx", form);
    }
}
