using System.ComponentModel;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

public sealed record AppealJson(
    long No, string Unit, string Target, string Period, string Reason, IReadOnlyList<string> Evidence, string Author, DateTimeOffset At,
    [property: Description("Last day for the answer.")] DateOnly AnswerBy, AppealJson.Answer? Answered)
{
    public static AppealJson Of(StoredAppeal appeal, DateOnly answerBy, AgencyCalendar calendar) => new(
        appeal.No, appeal.Unit, appeal.Target, appeal.Period, appeal.Reason, appeal.Evidence, appeal.Author, calendar.ToLocal(appeal.At), answerBy,
        appeal.Answer is { } answer ? new(answer.Accepted, answer.Reason, answer.Author, calendar.ToLocal(answer.At)) : null);

    public sealed record Answer(bool Accepted, string Reason, string Author, DateTimeOffset At);
}
