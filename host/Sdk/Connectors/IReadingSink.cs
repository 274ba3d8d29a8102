namespace EmulationPlatform.Sdk;

/// <summary>Where connectors hand over what they read.</summary>
public interface IReadingSink
{
    /// <summary>
    /// Puts the delivery in line for the next commit. Completes when it is in line, not when it is durable: that is told by
    /// <see cref="Delivery.Complete"/>. Waits while the line is full; the caller must then stop reading its device.
    /// </summary>
    /// <exception cref="SinkClosedException">The host cannot store at the moment (disk full, shutting down). Nothing was taken.</exception>
    ValueTask SubmitAsync(Delivery delivery, CancellationToken cancellationToken);

    /// <summary>False while the host cannot store. Connectors refuse new connections then.</summary>
    bool IsOpen { get; }
}
