namespace EmulationPlatform.Web.Access;

internal static class Schemes
{
    /// <summary>Looks for a key in the header, then for a sign-in cookie, then (demo) at the address.</summary>
    public const string Access = "access";

    public const string Cookie = "cookie";
}
