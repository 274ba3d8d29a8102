using System.Net;
using EmulationPlatform.Units.Access;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Access;

/// <summary>Every endpoint of metering against every role.</summary>
public sealed class RoleTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Metering = "Facilities Office Admin";
    private const string Registry = "Office Admin";

    [Theory]
    [InlineData("POST", "/api/v1/sources/x/events", Metering)]
    [InlineData("POST", "/api/v1/sources/x/events/1/undo", Metering)]
    [InlineData("POST", "/api/v1/sources/x/manual-readings", Metering)]
    [InlineData("POST", "/api/v1/sources/x/bills", Metering)]
    [InlineData("PUT", "/api/v1/sources/x", Metering)]
    [InlineData("POST", "/api/v1/sources/virtual", Metering)]
    [InlineData("POST", "/api/v1/alerts/acknowledge", Metering)]
    [InlineData("POST", "/api/v1/profiles/try", Metering)]
    [InlineData("POST", "/api/v1/evidence", "Facilities Office Admin UnitHead Council")]
    [InlineData("PUT", "/api/v1/units/x/baselines/water", Metering)]
    [InlineData("POST", "/api/v1/units/x/baselines/water/from-readings", Metering)]
    [InlineData("POST", "/api/v1/baselines/1/decision", Registry)]
    [InlineData("PUT", "/api/v1/units/x", Registry)]
    [InlineData("POST", "/api/v1/snapshots", Registry)]
    [InlineData("GET", "/api/v1/audit", "Office Admin Council")]
    [InlineData("GET", "/api/v1/sources/x/events", "")]
    [InlineData("GET", "/api/v1/worklist", "")]
    [InlineData("GET", "/api/v1/meters", "")]
    [InlineData("GET", "/api/v1/usage", "")]
    [InlineData("GET", "/api/v1/alerts", "")]
    [InlineData("GET", "/api/v1/evidence/x", "")]
    [InlineData("GET", "/api/v1/snapshots", "")]
    [InlineData("GET", "/api/v1/units/x/baselines/versions", "")]
    public async Task Given_an_endpoint_When_each_role_asks_Then_only_those_named_come_through(string method, string path, string roles)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = await web.ClientAsync(role);

            var (status, _) = await client.SendAsync(method, path, method == "GET" || path.EndsWith("evidence", StringComparison.Ordinal) ? null : "[");

            Assert.True((status == HttpStatusCode.Forbidden) == (roles.Length > 0 && !roles.Split(' ').Contains(role.ToString())), $"{role}: {status}");
        }

        using var nobody = web.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.SendAsync(method, path)).Status);
    }
}
