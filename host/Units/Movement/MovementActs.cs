using EmulationPlatform.Scoring.Calendar;
using EmulationPlatform.Scoring.Declaring;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Units.Movement;

/// <summary>What people do about the movement; each act is on disk with its row of the audit log before it counts.</summary>
internal sealed class MovementActs(AgencySetup setup, AuditTrail audit)
{
    private const int AppealDays = 5;

    /// <param name="option">Null takes the choice back.</param>
    public async Task<EntryResult> ChooseAsync(PlanBook plans, string decision, string? option, string reason, string author, IReadOnlyCollection<string> roles)
    {
        if (OpenPoints.Of(plans.File).FirstOrDefault(known => known.Id == decision) is not { } open)
        {
            return EntryResult.Refused("decision", $"Kế hoạch không có điểm mở {decision}.", $"The plan has no open point {decision}.");
        }

        if (!roles.Contains(open.Decides, StringComparer.Ordinal))
        {
            return EntryResult.Refused("role", $"Điểm này do vai trò {open.Decides} quyết định.", $"This is for the role {open.Decides} to decide.");
        }

        if (option is not null && open.Options.All(known => known.Id != option))
        {
            return EntryResult.Refused(
                "option", $"Không có phương án {option}; chọn một trong: {Names(open)}.", $"There is no option {option}; choose one of: {Names(open)}.");
        }

        var before = plans.Choices.GetValueOrDefault(decision);
        await setup.Database.WriteAsync(connection =>
        {
            PlanChoiceTable.Add(connection, new StoredChoice(plans.File.Id, decision, option, reason, author, audit.Now));
            audit.Append(connection, author, option is null ? "decision.withdrawn" : "decision.made", $"plan/{plans.File.Id}/{decision}", reason, before, option);
        });
        return EntryResult.Done(0);
    }

    /// <param name="authorUnit">Unit for which the author speaks; empty for none.</param>
    /// <param name="own">What was said so far; null when nothing.</param>
    public async Task<(EntryResult Result, StoredDeclaration? Stored)> SayAsync(PlanFigure figure, StoredDeclaration said, string authorUnit, Declaration? own)
    {
        var isMark = figure.Form == FigureForm.Rating && said.Kind is nameof(DeclarationKind.Declared) or nameof(DeclarationKind.Withdrawn);
        var timed = said with { At = audit.Now, Rater = isMark ? said.Author : "" };
        var candidate = DeclaredBook.Shape(timed);
        var problem = DeclarationCheck.Of(figure, candidate, setup.Calendar) is [var first, ..] ? first
            : isMark ? DeclarationCheck.Rater(said.Unit, authorUnit.Length == 0 ? null : authorUnit)
            : DeclarationCheck.Judging(figure, candidate, own);
        if (problem is not null)
        {
            return (EntryResult.Refused(problem.Field, problem.Text.Vi, problem.Text.En), null);
        }

        var stored = await setup.Database.WriteAsync(connection =>
        {
            var kept = timed with { No = DeclarationTable.Add(connection, timed) };
            audit.Append(connection, said.Author, Act(said.Kind), $"unit/{said.Unit}/figure/{said.Figure}", said.Comment, before: null, after: Shape(kept));
            return kept;
        });
        return (EntryResult.Done(stored.No), stored);
    }

    public async Task<EntryResult> AppealAsync(StoredAppeal appeal)
    {
        var no = await setup.Database.WriteAsync(connection =>
        {
            var stored = AppealTable.Add(connection, appeal with { At = audit.Now });
            audit.Append(connection, appeal.Author, "appeal.made", $"unit/{appeal.Unit}/target/{appeal.Target}", appeal.Reason, before: null, after: stored);
            return stored;
        });
        return EntryResult.Done(no);
    }

    public async Task<EntryResult> AnswerAsync(StoredAppeal appeal, bool accepted, string reason, string author)
    {
        if (appeal.Answer is { } answer)
        {
            return EntryResult.Refused("appeal", $"{answer.Author} đã trả lời khiếu nại này.", $"{answer.Author} has answered this appeal.");
        }

        await setup.Database.WriteAsync(connection =>
        {
            AppealTable.Answer(connection, appeal.No, new AppealAnswer(accepted, reason, author, audit.Now));
            audit.Append(
                connection, author, accepted ? "appeal.accepted" : "appeal.refused", $"unit/{appeal.Unit}/target/{appeal.Target}", reason, before: null, after: appeal.No);
        });
        return EntryResult.Done(appeal.No);
    }

    /// <summary>Last day for the answer: five working days after the appeal (scoring §8).</summary>
    public static DateOnly AnswerBy(StoredAppeal appeal, AgencyCalendar calendar) => AppealDayOf(appeal.At, calendar);

    /// <summary>The fifth working day after a moment.</summary>
    public static DateOnly AppealDayOf(Instant moment, AgencyCalendar calendar) =>
        WorkingDays.WithoutHolidays.After(calendar.DayOf(moment), AppealDays);

    private static string Names(Decision open) => string.Join(", ", open.Options.Select(option => option.Id));

    private static string Act(string kind) => "figure." + kind.ToLowerInvariant();

    private static object Shape(StoredDeclaration said) => new
    {
        no = said.No,
        period = said.Period,
        value = said.Value,
        whole = said.Whole,
        baseYear = said.BaseYear,
        evidenceOn = said.EvidenceOn?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        cameAt = said.CameAt?.ToString(),
        evidence = said.Evidence,
    };
}
