using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>Why only a part of a weight counts already.</summary>
internal static class DueText
{
    private static readonly LocalizedText Early = new("phần đã đạt được tính ngay, phần còn lại tính khi hết kỳ", "what is reached is credited at once, the rest counts when the period ends");
    private static readonly LocalizedText Later = new("chỉ tính những đối tượng đã đến hạn", "only those whose time has come are counted");

    /// <returns>Null when all of it is due, or nothing.</returns>
    public static LocalizedText? Of(Outcome? outcome)
    {
        if (outcome is not { DueShare: > 0m and < 1m })
        {
            return null;
        }

        return outcome.Rule is Rule.Combined ? Parts(outcome) : outcome.IsEarly ? Early : Later;
    }

    private static LocalizedText Parts(Outcome outcome)
    {
        var waiting = outcome.Parts.Where(part => part.Outcome is { DueShare: < 1m } && part.Outcome.State != DataState.NotApplicable).ToList();
        var (vi, en) = (waiting.ConvertAll(part => Part(part).Vi), waiting.ConvertAll(part => Part(part).En));
        return new($"chưa đến hạn hết: {string.Join("; ", vi)}", $"not all due yet: {string.Join("; ", en)}");
    }

    private static LocalizedText Part(Outcome.Part part)
    {
        var counted = NumberText.Of("{0} × {1}", "{0} × {1}", part.Rule.Weight, part.Outcome.DueShare);
        var why = Of(part.Outcome) ?? part.Outcome.Reason;
        return why is null
            ? new($"{part.Rule.Name.Vi} ({counted.Vi})", $"{part.Rule.Name.En} ({counted.En})")
            : new($"{part.Rule.Name.Vi} ({counted.Vi}: {why.Vi})", $"{part.Rule.Name.En} ({counted.En}: {why.En})");
    }
}
