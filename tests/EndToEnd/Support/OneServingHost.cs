namespace EmulationPlatform.EndToEnd.Support;

[CollectionDefinition(Name)]
public sealed class OneServingHost : ICollectionFixture<ServingHost>
{
    public const string Name = "one serving host";
}
