using EmulationPlatform.Units.Views;
using EmulationPlatform.Web.Api.Shapes;

namespace EmulationPlatform.Web.Tests.Api;

public sealed class ReadinessTests
{
    [Theory]
    [InlineData("", "ready")]
    [InlineData("connector:running", "ready")]
    [InlineData("connector:failed", "notReady")]
    [InlineData("connector:failed connector:running", "ready")]
    [InlineData("connector:failed connector:disabled", "notReady")]
    [InlineData("module:failed connector:running", "ready")]
    [InlineData("module:loaded connector:failed", "notReady")]
    [InlineData("module:failed", "ready")]
    public void Given_plugins_in_their_states_When_asked_for_readiness_Then_one_running_connector_is_needed_and_enough(string states, string expected)
    {
        var plugins = states.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(state => state.Split(':'))
            .Select(part => new PluginView("Folder", "id", part[0], new("Tên", "Name"), part[1], null, null)).ToList();
        var parts = new[] { new HostHealth("storage", "ok", Vital: true, "", new Dictionary<string, long>()) };

        var readiness = ReadinessJson.Of(parts, plugins);

        Assert.Equal(expected, readiness.Status);
        Assert.Equal(plugins.Count, readiness.Plugins.Count);
    }
}
