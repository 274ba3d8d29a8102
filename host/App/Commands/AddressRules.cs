using System.CommandLine.Parsing;
using System.Globalization;

namespace EmulationPlatform.App.Commands;

/// <summary>Addresses that can be listened at, checked before anything starts.</summary>
internal static class AddressRules
{
    public static void CheckUrls(OptionResult result)
    {
        foreach (var url in Value(result).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Kestrel knows * and + as "every address"; Uri does not.
            if (!Uri.TryCreate(url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal), UriKind.Absolute, out var address)
                || address.Scheme is not ("http" or "https"))
            {
                result.AddError($"--urls cannot be '{url}'; write http://ADDRESS:PORT, for example http://127.0.0.1:5080 or http://*:5080.");
            }
        }
    }

    public static void CheckMqtt(OptionResult result)
    {
        var text = Value(result);
        var colon = text.LastIndexOf(':');
        if (colon <= 0 || !ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            result.AddError($"--mqtt cannot be '{text}'; write ADDRESS:PORT, for example 127.0.0.1:1883 or *:1883.");
        }
    }

    /// <summary>MQTT 5.0, 4.7.1: + stands for one whole level, # for all levels from here on and so only at the end.</summary>
    public static void CheckTopics(OptionResult result)
    {
        foreach (var pattern in result.Tokens.Select(token => token.Value))
        {
            var levels = pattern.Split('/');
            for (var i = 0; i < levels.Length; i++)
            {
                var wild = levels[i].Contains('+', StringComparison.Ordinal) || levels[i].Contains('#', StringComparison.Ordinal);
                if (pattern.Length == 0 || (wild && levels[i].Length > 1) || (levels[i] == "#" && i < levels.Length - 1))
                {
                    result.AddError($"--topics cannot hold '{pattern}': + and # stand alone between slashes, and # only at the end, for example tele/+/SENSOR or tele/#.");
                    break;
                }
            }
        }
    }

    private static string Value(OptionResult result) => result.Tokens is [var token, ..] ? token.Value : result.GetValueOrDefault<string>() ?? "";
}
