namespace EmulationPlatform.Sdk;

/// <summary>What is known about one unit.</summary>
public interface IUnitFacts
{
    string Unit { get; }

    /// <summary>Consumption of the period up to <paramref name="asOf"/>, beside the base year's same months.</summary>
    ConsumptionFacts Consumption(string metric, Period period, Instant asOf);
}
