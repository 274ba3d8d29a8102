using EmulationPlatform.Units.Grains;
using EmulationPlatform.Units.Tests.Support;

namespace EmulationPlatform.Units.Tests.Agencies;

/// <summary>After a write that failed, nothing of what it held may be on disk or count as known.</summary>
public sealed class LostWriteTests
{
    private const string Meter = "m/1";

    /// <summary>An origin that is not in the database, so that the write breaks a reference and fails.</summary>
    private static readonly Origin NotStored = new("gone", 999);

    [Fact]
    public async Task Given_a_write_that_failed_When_the_device_goes_on_without_repeating_Then_its_register_counts_as_if_the_lost_reading_never_came()
    {
        await using var test = await TestAgency.StartAsync("van-phong");
        await test.SendAsync(Meter, Some.Local(7, 31, 10), 100);
        await test.AssignAsync(Meter, "van-phong");
        await test.SendAsync(Meter, Some.Local(7, 31, 10, 10), 101);

        Assert.False(await LoseAsync(test, Some.Local(7, 31, 10, 20), 105));
        await TakenAsync(test, Some.Local(7, 31, 10, 30), 106);

        Assert.Equal(6m, await test.TotalAsync(Meter));
        Assert.Equal(6m, await test.UseAsync("van-phong"));
        await test.RestartAsync();
        Assert.Equal(6m, await test.TotalAsync(Meter));
    }

    [Fact]
    public async Task Given_a_write_that_failed_When_the_device_repeats_it_Then_it_is_stored_and_counts_once()
    {
        await using var test = await TestAgency.StartAsync("van-phong");
        await test.SendAsync(Meter, Some.Local(7, 31, 10), 100);
        await test.AssignAsync(Meter, "van-phong");

        Assert.False(await LoseAsync(test, Some.Local(7, 31, 10, 20), 105));
        await TakenAsync(test, Some.Local(7, 31, 10, 20), 105);

        Assert.Equal(5m, await test.TotalAsync(Meter));
        Assert.Equal(2, test.Stored(Meter).Count);
    }

    /// <summary>As a device does: sends again until it is taken. The agency closes a moment after the write has failed.</summary>
    private static Task TakenAsync(TestAgency test, Sdk.Instant at, decimal value) => Eventually.TrueAsync(
        async () =>
        {
            try
            {
                return await test.SendAsync(test.Message(TestAgency.Shows(Meter, at, value)));
            }
            catch (Sdk.SinkClosedException)
            {
                return false;
            }
        },
        "the agency takes readings again");

    private static async Task<bool> LoseAsync(TestAgency test, Sdk.Instant at, decimal value)
    {
        var lost = test.Message(TestAgency.Shows(Meter, at, value));
        await test.Agency.SubmitAsync(lost, NotStored, default);
        return await lost.Done.InTimeAsync();
    }
}
