namespace EmulationPlatform.Web.Api.Shapes;

public sealed record LivenessJson(string Status);
