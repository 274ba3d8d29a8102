using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmulationPlatform.Storage.Tests;

public sealed class StorageOptionsTests
{
    [Theory]
    [InlineData(99)]
    [InlineData(100_001)]
    public void Given_a_setting_out_of_its_range_When_the_database_is_opened_Then_it_is_refused_and_nothing_is_made(int checkpointPages)
    {
        var folder = Path.Combine(Path.GetTempPath(), "emulation-" + Path.GetRandomFileName());
        var options = new StorageOptions { DataFolder = folder, CheckpointPages = checkpointPages };

        var refused = Assert.Throws<ValidationException>(() => Database.Open(options, NullLogger.Instance));

        Assert.Contains(nameof(StorageOptions.CheckpointPages), refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }
}
