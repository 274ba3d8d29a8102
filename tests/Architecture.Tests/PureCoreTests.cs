namespace EmulationPlatform.Architecture.Tests;

/// <summary>Metering and Scoring decide; they have no clock, no files, no network, no log and nothing asynchronous.</summary>
public sealed class PureCoreTests
{
    private static readonly string[] ForbiddenTypes =
    [
        "System.TimeProvider", "System.Random", "System.Console", "System.Environment", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process",
        "System.IO.", "System.Net.", "System.Threading.", "Microsoft.",
    ];

    private static readonly string[] ForbiddenMembers =
    [
        "System.DateTime.get_UtcNow", "System.DateTime.get_Now", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_UtcNow", "System.DateTimeOffset.get_Now",
        "System.TimeZoneInfo.get_Local", "System.Guid.NewGuid",
    ];

    /// <summary>What is harmless in each, and why.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        // The compiler's iterators ask which thread enumerates them.
        ["Metering"] = ["System.Environment"],

        // The YAML parser takes a text it was handed through a reader.
        ["Scoring"] = ["System.Environment", "System.IO.StringReader", "System.IO.TextReader"],
    };

    [Theory]
    [InlineData("Metering")]
    [InlineData("Scoring")]
    public void Given_a_pure_part_When_it_is_built_Then_it_uses_no_clock_files_network_log_or_task(string part)
    {
        var used = Repository.Built($"EmulationPlatform.{part}").Types.Where(name => !IsOfCompiler(name));

        var forbidden = used.Where(name => ForbiddenTypes.Any(start => name == start || (start[^1] == '.' && name.StartsWith(start, StringComparison.Ordinal))));

        Assert.Empty(forbidden.Except(Allowed[part]));
    }

    [Theory]
    [InlineData("Metering")]
    [InlineData("Scoring")]
    public void Given_a_pure_part_When_it_is_built_Then_it_asks_nobody_for_the_time_or_its_surroundings(string part)
    {
        var members = Repository.Built($"EmulationPlatform.{part}").Members;

        Assert.Empty(members.Intersect(ForbiddenMembers));
        Assert.Empty(members.Where(name => name.StartsWith("System.Environment.", StringComparison.Ordinal)).Except(["System.Environment.get_CurrentManagedThreadId", "System.Environment.get_NewLine"]));
    }

    [Theory]
    [InlineData("Metering")]
    [InlineData("Scoring")]
    public void Given_a_pure_part_When_it_is_built_Then_it_depends_on_no_web_or_database_library(string part)
    {
        var references = Repository.Built($"EmulationPlatform.{part}").References;

        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.", StringComparison.Ordinal) || name.StartsWith("SQLite", StringComparison.Ordinal));
    }

    /// <summary>Attributes that the compiler writes into every assembly.</summary>
    private static bool IsOfCompiler(string type) => type is "Microsoft.CodeAnalysis.EmbeddedAttribute";
}
