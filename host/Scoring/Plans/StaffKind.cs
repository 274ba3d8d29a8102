namespace EmulationPlatform.Scoring.Plans;

/// <summary>Whom a target's "people" are: plans differ.</summary>
public enum StaffKind
{
    /// <summary>Công chức.</summary>
    CivilServants,

    /// <summary>Viên chức.</summary>
    PublicEmployees,

    /// <summary>Người lao động.</summary>
    ContractWorkers,
}
