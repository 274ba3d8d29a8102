namespace EmulationPlatform.Sdk;

/// <param name="Id">Lower case, for example <c>green-office</c>; first part of its indicators' ids.</param>
public sealed record ModuleManifest(string Id, LocalizedText Name);
