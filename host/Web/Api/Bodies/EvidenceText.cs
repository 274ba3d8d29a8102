namespace EmulationPlatform.Web.Api.Bodies;

internal static class EvidenceText
{
    private const int HashDigits = 64;

    /// <summary>The hash in the field <c>evidence</c>; null without one.</summary>
    public static string? Of(ObjectReader body, Func<string, bool> isKnown)
    {
        var hash = body.Text("evidence", HashDigits);
        if (hash is null or "")
        {
            return null;
        }

        if (!isKnown(hash))
        {
            body.Wrong("evidence", "There is no such file; send it to POST /api/v1/evidence first and write the hash from the answer.");
        }

        return hash;
    }
}
