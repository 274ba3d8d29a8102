using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Load.Limits;

/// <summary>
/// Limit 2: the least that can be called durable MQTT ingest. Kestrel, parse, one insert under group commit, acknowledge; no
/// sessions, no checks, no meaning. Runs as a process of its own, like the host it is compared with.
/// </summary>
internal static class BareServer
{
    /// <summary>Serves until standard input ends, so that it never outlives the program that started it.</summary>
    public static async Task<int> RunAsync(string database, int port, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var commits = new GroupCommit(database, clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(commits);
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, port, static listen => listen.UseConnectionHandler<BareHandler>()));
        await using var app = builder.Build();
        await app.StartAsync(cancellationToken);
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadToEndAsync(cancellationToken);
        return 0;
    }
}
