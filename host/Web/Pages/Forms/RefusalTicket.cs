using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace EmulationPlatform.Web.Pages.Forms;

/// <summary>
/// Carries a refusal through the redirect after a post, in the address. It is sealed, so that nobody can make a link that
/// shows words of their own on our pages.
/// </summary>
internal static class RefusalTicket
{
    public const string Query = "refused";

    /// <summary>Longer values are not carried: an address has room for some 8,000 characters in all.</summary>
    private const int MostLetters = 600;

    public static string Write(HttpContext context, FormRefusal refusal)
    {
        var values = refusal.Values.Where(value => value.Value.Length is > 0 and <= MostLetters).ToDictionary();
        return Protector(context).Protect(JsonSerializer.Serialize(refusal with { Values = values }));
    }

    /// <returns>Null without a ticket, or with one that is not ours.</returns>
    public static FormRefusal? Read(HttpContext context)
    {
        if (context.Request.Query[Query].ToString() is not { Length: > 0 } ticket)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<FormRefusal>(Protector(context).Unprotect(ticket));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static IDataProtector Protector(HttpContext context) =>
        context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("form refusal");
}
