namespace EmulationPlatform.Architecture.Tests;

/// <summary>Who may know whom.</summary>
public sealed class ReferenceRuleTests
{
    private const string Prefix = "EmulationPlatform.";

    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Sdk"] = [],
        ["Metering"] = ["Sdk"],
        ["Scoring"] = ["Sdk"],
        ["Sheets"] = [],
        ["Storage"] = ["Metering", "Sdk"],
        ["Watching"] = ["Metering", "Sdk"],
        ["Units"] = ["Metering", "Scoring", "Sheets", "Storage", "Watching", "Sdk"],
        ["Web"] = ["Units", "Scoring", "Sheets", "Storage", "Sdk"],
        ["App"] = ["Sdk", "Metering", "Scoring", "Sheets", "Storage", "Watching", "Units", "Web"],
    };

    public static TheoryData<string> Parts => [.. Repository.Projects("host").Keys];

    public static TheoryData<string, string> Plugins
    {
        get
        {
            var plugins = new TheoryData<string, string>();
            foreach (var kind in (string[])["modules", "connectors"])
            {
                foreach (var project in Repository.Projects(kind).Keys)
                {
                    plugins.Add(kind, project);
                }
            }

            return plugins;
        }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Given_a_part_of_the_host_When_its_project_is_read_Then_it_references_only_what_it_may_know(string part)
    {
        Assert.True(MayKnow.ContainsKey(part), $"{part} is new: say here, and in the design, whom it may know.");
        var known = Repository.ProjectReferences(Repository.Projects("host")[part])
            .Where(reference => !reference.StartsWith('@'))
            .Select(reference => Path.GetFileNameWithoutExtension(reference));

        Assert.Empty(known.Except(MayKnow[part]));
    }

    /// <summary>Project references are handed on, so the compiler alone would let Web use Metering through Units.</summary>
    [Theory]
    [MemberData(nameof(Parts))]
    public void Given_a_part_of_the_host_When_it_is_built_Then_it_uses_only_what_it_may_know(string part)
    {
        var used = Repository.Built(Prefix + part).References.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]);

        Assert.Empty(used.Except(MayKnow[part]));
    }

    [Theory]
    [MemberData(nameof(Plugins))]
    public void Given_a_plugin_When_it_is_built_Then_it_knows_the_Sdk_only(string kind, string plugin)
    {
        var written = Repository.ProjectReferences(Repository.Projects(kind)[plugin]).Select(reference => Path.GetFileNameWithoutExtension(reference));
        var used = Built(kind, plugin).References.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal));

        Assert.Equal(["Sdk"], written);
        Assert.Equal([Prefix + "Sdk"], used);
    }

    [Theory]
    [MemberData(nameof(Plugins))]
    public void Given_a_plugin_When_it_is_built_Then_only_its_module_or_connector_class_is_public(string kind, string plugin)
    {
        var role = kind == "modules" ? "EmulationPlatform.Sdk.IModule" : "EmulationPlatform.Sdk.IConnector";

        var (_, interfaces) = Assert.Single(Built(kind, plugin).PublicTypes);

        Assert.Contains(role, interfaces);
    }

    /// <summary>A second copy of the Sdk in the plugin's folder would make its types strangers to the host's.</summary>
    [Theory]
    [MemberData(nameof(Plugins))]
    public void Given_a_plugin_When_it_is_placed_beside_the_host_Then_it_brings_no_part_of_the_host(string kind, string plugin)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Repository.Projects(kind)[plugin])!, "bin");
        var brought = Directory.EnumerateFiles(folder, Prefix + "*.dll", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file)).Distinct();

        Assert.Equal([$"{Prefix}{char.ToUpperInvariant(kind[0])}{kind[1..]}.{plugin}"], brought);
    }

    [Fact]
    public void Given_the_App_When_it_is_read_Then_no_module_or_connector_is_named()
    {
        var app = Path.GetDirectoryName(Repository.Projects("host")["App"])!;
        var code = Directory.EnumerateFiles(app, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(app, file).StartsWith("obj", StringComparison.Ordinal))
            .Append(Path.Combine(app, "App.csproj"))
            .Select(file => (File: Path.GetRelativePath(app, file), Text: File.ReadAllText(file)));
        var names = Plugins.SelectMany(row => new[] { $"{row[0]}/{row[1]}", $"{row[1]}.csproj", $"Modules.{row[1]}", $"Connectors.{row[1]}", $"{row[1]}Module", $"{row[1]}Connector" });

        Assert.Empty(code.SelectMany(file => names.Where(name => file.Text.Contains(name, StringComparison.OrdinalIgnoreCase)).Select(name => $"{file.File} names {name}")));
    }

    [Fact]
    public void Given_the_App_When_it_is_built_Then_it_references_plugins_by_wildcard_only()
    {
        var project = Repository.Projects("host")["App"];
        var assembly = Repository.Built(Prefix + "App");

        Assert.Contains("""Include="../../modules/*/*.csproj""", File.ReadAllText(project), StringComparison.Ordinal);
        Assert.Contains("""Include="../../connectors/*/*.csproj""", File.ReadAllText(project), StringComparison.Ordinal);
        Assert.DoesNotContain(assembly.References, name => name.StartsWith(Prefix + "Modules", StringComparison.Ordinal) || name.StartsWith(Prefix + "Connectors", StringComparison.Ordinal));
    }

    private static AssemblyFile Built(string kind, string plugin) =>
        Repository.Built($"{Prefix}{char.ToUpperInvariant(kind[0])}{kind[1..]}.{plugin}", $"{kind}/{plugin}");
}
