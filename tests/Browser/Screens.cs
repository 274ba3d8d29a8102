using Microsoft.Playwright;

namespace EmulationPlatform.Browser;

/// <summary>What people look at pages with.</summary>
internal static class Screens
{
    public const int PhoneWidth = 360;

    public static ViewportSize Phone => new() { Width = PhoneWidth, Height = 740 };

    public static ViewportSize Desk => new() { Width = 1280, Height = 900 };
}
