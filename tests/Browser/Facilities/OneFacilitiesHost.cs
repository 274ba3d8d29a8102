namespace EmulationPlatform.Browser.Facilities;

[CollectionDefinition(Name)]
public sealed class OneFacilitiesHost : ICollectionFixture<FacilitiesInBrowser>
{
    public const string Name = "one host with its facilities person";
}
