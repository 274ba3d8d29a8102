namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <param name="Post">The post, not the person.</param>
public sealed record ApprovalJson(string Number, string Post, DateOnly On);
