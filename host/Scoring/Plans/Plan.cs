using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>An agency's plan as data: what is demanded, how it is judged, and who is compared with whom.</summary>
public sealed record Plan
{
    /// <summary>Short name for machines, for example <c>quang-ngai-ban-qlda</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Counts up with every change of the file that is put to use.</summary>
    public required int Version { get; init; }

    public required LocalizedText Name { get; init; }

    public required LocalizedText Agency { get; init; }

    /// <summary>First and last calendar year of the movement.</summary>
    public required int FirstYear { get; init; }

    public required int LastYear { get; init; }

    public required IReadOnlyList<PeerGroup> Groups { get; init; }

    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>From the best band to the lowest; thresholds fall.</summary>
    public required IReadOnlyList<Band> Bands { get; init; }

    /// <summary>An archive: shown, never scored.</summary>
    public bool IsClosed { get; init; }

    /// <summary>First day of a reporting year; later than June it begins in the calendar year before.</summary>
    public (int Month, int Day) YearStarts { get; init; } = (1, 1);

    public PlanDocument? Document { get; init; }

    public RankingRules Ranking { get; init; } = RankingRules.Usual;

    /// <summary>Most points of all encouraged targets together.</summary>
    public decimal MostBonus { get; init; } = 5m;

    public IReadOnlyList<Pillar> Pillars { get; init; } = [];

    public IReadOnlyList<PlanFigure> Figures { get; init; } = [];

    public IReadOnlyList<Phase> Phases { get; init; } = [];

    public IReadOnlyList<Review> Reviews { get; init; } = [];

    /// <summary>Id of the duty with which declared figures are due; empty: with the latest yearly report of the units.</summary>
    public string DeclareWith { get; init; } = "";

    public IReadOnlyList<Duty> Duties { get; init; } = [];

    public IReadOnlyList<PlanTask> Tasks { get; init; } = [];

    public IReadOnlyList<PlanRole> Roles { get; init; } = [];

    public IReadOnlyList<LegalBasis> LegalBases { get; init; } = [];

    public IReadOnlyList<ContextRow> Context { get; init; } = [];

    public IReadOnlyList<ObsoleteTerm> Terms { get; init; } = [];

    /// <summary>Open points that belong to no single target.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    public IReadOnlyList<Consequence> Consequences { get; init; } = [];

    public IReadOnlyList<AwardForm> AwardForms { get; init; } = [];

    public IReadOnlyList<AwardRound> AwardRounds { get; init; } = [];
}
