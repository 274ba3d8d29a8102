using System.Globalization;
using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using EmulationPlatform.Scoring.Declaring;
using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Explaining;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Access;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Scores;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Movement;

/// <summary>What units, the Office and the Council do about the movement: decide, declare, verify, appeal, close a period.</summary>
public sealed class MovementDesk
{
    /// <summary>How long an act waits to be seen on the board before it answers all the same.</summary>
    private static readonly TimeSpan BoardPatience = TimeSpan.FromSeconds(2);

    private readonly RuntimeKeeper keeper;
    private readonly AgencySetup setup;
    private readonly BoardKeeper board;
    private readonly FacilitiesDesk facilities;
    private readonly MovementActs acts;

    internal MovementDesk(RuntimeKeeper keeper, AgencySetup setup, BoardKeeper board, FacilitiesDesk facilities)
    {
        this.keeper = keeper;
        this.setup = setup;
        this.board = board;
        this.facilities = facilities;
        acts = new MovementActs(setup, facilities.Audit);
    }

    public IReadOnlyList<StoredAppeal> Appeals => keeper.Declared.Appeals;

    /// <summary>Reporting years that have begun, newest first; one that is over stays open to declare, verify, appeal and freeze.</summary>
    public IReadOnlyList<Period> Periods => PlanPeriods.Begun(Terms.Plan, setup.Calendar, Now);

    /// <summary>The reporting year of this moment.</summary>
    public Period Running => Terms.PeriodAt(Now);

    /// <param name="name">Null: the running one.</param>
    /// <returns>Null when it has not begun or is none of the plan's.</returns>
    public Period? FindPeriod(string? name) => name is null ? Running : Periods.FirstOrDefault(period => period.Name == name);

    private ScoringTerms Terms => keeper.Runtime.Terms;

    private Instant Now => Instant.From(setup.Clock.GetUtcNow());

    /// <summary>Last day for the answer to an appeal.</summary>
    public DateOnly AnswerBy(StoredAppeal appeal) => MovementActs.AnswerBy(appeal, setup.Calendar);

    /// <summary>Settles an open point of the plan, or takes the choice back; every score follows before the answer.</summary>
    public Task<EntryResult> ChooseAsync(string decision, string? option, string reason, string author, IReadOnlyCollection<string> roles, CancellationToken cancellationToken) =>
        keeper.ChangeRegistryAsync(
            async current =>
            {
                var result = await acts.ChooseAsync(keeper.Plans, decision, option, reason, author, roles);
                if (result.IsDone)
                {
                    await ReloadPlansAsync(current, cancellationToken);
                }

                return result;
            },
            cancellationToken);

    /// <summary>After a freeze: the version before is shown no longer.</summary>
    public Task FrozenAsync(CancellationToken cancellationToken) => keeper.ChangeRegistryAsync(
        async current =>
        {
            await ReloadPlansAsync(current, cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>The board of the running period, or of one that is over as it stands now.</summary>
    public Task<ScoreboardView> BoardOfAsync(Period period, CancellationToken cancellationToken) => period.Name == Running.Name
        ? Task.FromResult(board.Board)
        : keeper.WithStoredHours(current => new BoardHistory(setup).OfEnded(current, keeper.Plans, period, Now, board.Board.Sequence), cancellationToken);

    /// <summary>The same with the places of an official result, for which the plan asks more coverage.</summary>
    public async Task<ScoreboardView> OfficialBoardAsync(Period period, CancellationToken cancellationToken)
    {
        var shown = await BoardOfAsync(period, cancellationToken);
        var places = Ranking.Of(shown.Plan, [.. shown.Units.Select(row => (row.Unit, row.Group, row.Card))], isOfficial: true).ToDictionary(ranked => ranked.Unit, ranked => ranked.Rank);
        return shown with { Units = [.. shown.Units.Select(row => row with { Rank = places[row.Unit] })] };
    }

    /// <summary>Figures that a unit (or with an empty id the agency) declares by hand in a period.</summary>
    /// <returns>Null when there is no such unit.</returns>
    public IReadOnlyList<DeclarationView>? Declarations(string unit, Period period)
    {
        if (unit.Length > 0 && !keeper.Runtime.Units.ContainsKey(unit))
        {
            return null;
        }

        var wanted = Wanted(unit);
        return [.. Terms.Plan.Figures.Where(figure => wanted.Contains(figure.Id)).Select(figure => View(unit, figure, period))];
    }

    /// <summary>Takes an entry about a figure; the unit's card follows before the answer.</summary>
    /// <param name="authorUnit">Unit for which the author speaks; empty for none.</param>
    /// <returns>Null when there is no such unit, or it does not declare such a figure.</returns>
    public async Task<EntryResult?> SayAsync(StoredDeclaration said, string authorUnit, CancellationToken cancellationToken)
    {
        if (Terms.FigureOf(said.Figure) is not { } figure || (said.Unit.Length > 0 && !keeper.Runtime.Units.ContainsKey(said.Unit)) || !Wanted(said.Unit).Contains(figure.Id))
        {
            return null;
        }

        return await keeper.ChangeRegistryAsync<EntryResult?>(
            async current =>
            {
                if (authorUnit.Length > 0 && IsFrozen(said.Period))
                {
                    return EntryResult.Refused(
                        "period", "Kỳ này đã chốt; đơn vị gửi khiếu nại, Văn phòng nhập số liệu được chấp nhận.", "This period is frozen; a unit appeals, and the Office enters what is accepted.");
                }

                var (result, stored) = await acts.SayAsync(figure, said, authorUnit, OwnWord(figure, said));
                if (stored is not null)
                {
                    keeper.Declared.Add(stored);
                    await RescoreAsync(current, said.Unit, cancellationToken);
                }

                return result;
            },
            cancellationToken);
    }

    /// <returns>Null when there is no such entry.</returns>
    public StoredDeclaration? Said(long no) => keeper.Declared.All.FirstOrDefault(said => said.No == no);

    /// <summary>What waits for the Office, oldest first.</summary>
    public IReadOnlyList<WaitingDeclaration> Waiting(Period period) =>
        [
            .. keeper.Runtime.Units.Values.Select(unit => (unit.Id, unit.Name)).Append((DeclaredBook.Agency, Terms.Plan.Agency))
                .SelectMany(unit => Declarations(unit.Item1, period)!.Where(view => view.Waits).Select(view => new WaitingDeclaration(unit.Item1, unit.Item2, view, TargetsOf(view.Figure.Id))))
                .OrderBy(line => line.Declaration.History[^1].No),
        ];

    /// <param name="appeal">With unit, target, reason, evidence and author.</param>
    /// <returns>Null when there is no such unit or target.</returns>
    public async Task<EntryResult?> AppealAsync(StoredAppeal appeal, Period period, CancellationToken cancellationToken)
    {
        var (unit, target) = (appeal.Unit, appeal.Target);
        if (!keeper.Runtime.Units.ContainsKey(unit) || Terms.Plan.Targets.All(known => known.Id != target))
        {
            return null;
        }

        return await keeper.ChangeRegistryAsync(
            async current =>
            {
                if (keeper.Declared.Disputed(unit, period).Contains(target))
                {
                    return EntryResult.Refused("target", "Chỉ tiêu này đã có khiếu nại chưa trả lời.", "There is an open appeal about this target already.");
                }

                if (AppealUntil(period) is { } last && setup.Calendar.DayOf(Now) > last)
                {
                    var day = last.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
                    return EntryResult.Refused("period", $"Kỳ này đã chốt; thời hạn khiếu nại hết ngày {day}.", $"This period is frozen; appeals were taken until {day}.");
                }

                var result = await acts.AppealAsync(appeal with { Period = period.Name });
                await AppealsChangedAsync(current, unit, cancellationToken);
                return result;
            },
            cancellationToken);
    }

    /// <returns>Null when there is no such appeal.</returns>
    public async Task<EntryResult?> AnswerAsync(long no, bool accepted, string reason, string author, CancellationToken cancellationToken) => await keeper.ChangeRegistryAsync(
        async current =>
        {
            if (keeper.Declared.Appeals.FirstOrDefault(known => known.No == no) is not { } appeal)
            {
                return null;
            }

            if (HasVerified(appeal, author))
            {
                return EntryResult.Refused(
                    "author", "Người đã thẩm định số liệu này không trả lời khiếu nại về nó; cần một người khác.", "Who verified this figure does not answer the appeal about it; somebody else has to.");
            }

            var result = await acts.AnswerAsync(appeal, accepted, reason, author);
            await AppealsChangedAsync(current, appeal.Unit, cancellationToken);
            return result;
        },
        cancellationToken);

    /// <summary>Why a target of a card gave its points.</summary>
    public Explanation Explain(ScoreboardView from, Scorecard card, TargetScore score) => ExplainerOf(from.Plan).Of(card, score);

    /// <summary>Why a target gave the agency its points.</summary>
    public Explanation Explain(ScoreboardView from, OrganisationTarget target) =>
        ExplainerOf(from.Plan).Of(from.Organisation, target, [.. from.Units.Select(row => row.Card)], UnitInputs.YearOf(from.Period));

    /// <summary>What can be supposed for a figure.</summary>
    public SupposedRange RangeOf(string figure) => SupposedRange.Of(IsMeasured(figure) ? null : Terms.FigureOf(figure), Terms.MeasureOf(figure));

    /// <summary>Whose work a step is: of those who look after meters, while nothing is measured; else of the unit, or the Office for the agency's own.</summary>
    public Role DoerOf(NextStep step) =>
        !step.IsKnown && (step.Target.Rule?.Indicators ?? []).Any(IsMeasured) ? Role.Facilities : step.Target.Level == TargetLevel.Organisation ? Role.Office : Role.UnitHead;

    /// <summary>The card with another value of one figure.</summary>
    public Scorecard WhatIfOf(ScoreboardView from, Scorecard card, string figure, decimal value) => WhatIf.Of(from.Plan, card, figure, value, Terms.MeasureOf);

    public LocalizedText NameOf(string figure) => setup.Indicators.TryGetValue(figure, out var indicator) ? indicator.Name
        : Terms.FigureOf(figure)?.Name ?? new LocalizedText(figure, figure);

    public string MeasureOf(string figure) => Terms.MeasureOf(figure);

    /// <summary>A loaded module measures the figure, so that nobody declares it.</summary>
    public bool IsMeasured(string figure) => setup.Indicators.ContainsKey(figure);

    /// <summary>Everything that stands in the way of official results.</summary>
    /// <param name="shown">The board that would be frozen.</param>
    public async Task<IReadOnlyList<FreezeProblem>> PreflightAsync(ScoreboardView shown, CancellationToken cancellationToken)
    {
        var period = shown.Period;
        var open = await facilities.WorklistAsync(source: null, cancellationToken);
        var gaps = open.Where(finding => finding.NeedsDecision).Select(finding => finding.Source).Distinct(StringComparer.Ordinal).ToList();
        return FreezeCheck.Of(keeper.Plans, shown, Waiting(period), gaps, [.. Appeals.Where(appeal => appeal.Period == period.Name && IsUnmet(appeal))], setup.Calendar);
    }

    private Explainer ExplainerOf(Plan plan) => new(plan, NameOf, Terms.MeasureOf);

    private bool IsFrozen(string period) =>
        period != Running.Name && setup.Database.Read(connection => SnapshotTable.InForce(connection, Terms.Plan.Id, period)) is not null;

    /// <summary>Last day for an appeal about a period that is over and frozen (scoring §8); null while there is none.</summary>
    private DateOnly? AppealUntil(Period period) =>
        Now >= period.End && setup.Database.Read(connection => SnapshotTable.InForce(connection, Terms.Plan.Id, period.Name)) is { } frozen
            ? MovementActs.AppealDayOf(frozen.TakenAt, setup.Calendar)
            : null;

    /// <summary>Accepted, about figures that people declare, and nothing was verified since it was made.</summary>
    private bool IsUnmet(StoredAppeal appeal)
    {
        var figures = FiguresOf(appeal).Where(figure => !IsMeasured(figure)).ToList();
        return appeal.Answer is { Accepted: true } && figures.Count > 0
            && !figures.Exists(figure => keeper.Declared.Of(appeal.Unit, figure, appeal.Period).Any(said => said.Kind == nameof(DeclarationKind.Verified) && said.At >= appeal.At));
    }

    private IReadOnlyList<string> FiguresOf(StoredAppeal appeal) => Terms.Plan.Targets.FirstOrDefault(target => target.Id == appeal.Target)?.Rule?.Indicators ?? [];

    private bool HasVerified(StoredAppeal appeal, string author) =>
        FiguresOf(appeal)
            .Any(figure => keeper.Declared.Of(appeal.Unit, figure, appeal.Period).LastOrDefault(said => said.Kind == nameof(DeclarationKind.Verified))?.Author == author);

    private Task ReloadPlansAsync(AgencyRuntime current, CancellationToken cancellationToken) => ShownAsync(
        [.. current.Units.Keys],
        () => keeper.UsePlansAsync(current, setup.Database.Read(connection => PlanShelf.Load(connection, setup)), cancellationToken),
        cancellationToken);

    /// <summary>Does something to units and waits until the board shows it; a board that takes its time is not waited for longer than people do.</summary>
    private async Task ShownAsync(IReadOnlyCollection<string> units, Func<Task> act, CancellationToken cancellationToken)
    {
        var begun = Now;
        var shown = board.Changes
            .FirstAsync(change => change.Board.Units.Where(row => units.Contains(row.Unit)).All(row => row.ComputedAt >= begun))
            .Timeout(BoardPatience).ToTask(cancellationToken);
        await act();
        if (units.Count > 0)
        {
            await ((Task)shown).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task AppealsChangedAsync(AgencyRuntime current, string unit, CancellationToken cancellationToken)
    {
        keeper.Declared.SetAppeals(setup.Database.Read(AppealTable.All));
        await RescoreAsync(current, unit, cancellationToken);
    }

    private async Task RescoreAsync(AgencyRuntime current, string unit, CancellationToken cancellationToken)
    {
        if (current.Find(unit) is { } grain)
        {
            await ShownAsync([unit], () => grain.RescoreAsync(cancellationToken), cancellationToken);
        }
        else
        {
            board.Reset(current.Terms, current.Units.Values, Now);
        }
    }

    /// <summary>What the unit has said in the period so far; null when nothing, or it was taken back.</summary>
    private Declaration? OwnWord(PlanFigure figure, StoredDeclaration said)
    {
        var period = FindPeriod(said.Period) ?? Running;
        return keeper.Declared.Both(said.Unit, figure, Terms.Plan, period, Now).Said;
    }

    private DeclarationView View(string unit, PlanFigure figure, Period period)
    {
        var history = keeper.Declared.Of(unit, figure.Id, period.Name);
        return new(
            figure,
            setup.Indicators.GetValueOrDefault(figure.Id)?.Name,
            keeper.Declared.Of(unit, figure, Terms.Plan, period, Now),
            keeper.Declared.Both(unit, figure, Terms.Plan, period, Now),
            history);
    }

    /// <summary>Figures that targets on the unit's (or the agency's) sheet look at and no module measures.</summary>
    private HashSet<string> Wanted(string unit) =>
    [
        .. Terms.Plan.Targets
            .Where(target => unit.Length > 0 ? target.IsOnUnitSheet && target.Scope.Holds(unit, keeper.Runtime.Units[unit].Group) : IsOwn(target))
            .SelectMany(target => target.Rule?.Indicators ?? [.. (target.Open?.Options ?? []).SelectMany(option => option.Rule?.Indicators ?? [])])
            .Where(id => !IsMeasured(id)),
    ];

    private static bool IsOwn(Target target) => target is { IsOnOrganisationSheet: true, Organisation: OrganisationView.Own };

    private IReadOnlyList<string> TargetsOf(string figure) =>
        [.. Terms.Plan.Targets.Where(target => target.Rule?.Indicators.Contains(figure, StringComparer.Ordinal) ?? false).Select(target => target.Id)];
}
