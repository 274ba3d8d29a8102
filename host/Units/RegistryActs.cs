using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units;

/// <summary>Changes of the registry together with their rows of the audit log.</summary>
public static class RegistryActs
{
    /// <inheritdoc cref="AuditTrail.CommandLine"/>
    public const string CommandLine = AuditTrail.CommandLine;

    /// <summary>Stores a plan as the one in use; a running agency has to be told as well.</summary>
    /// <exception cref="StorageLostException">Nothing can be written at the moment.</exception>
    public static Task UsePlanAsync(Database database, TimeProvider clock, StoredPlan plan, string author)
    {
        var audit = new AuditTrail(clock);
        return database.WriteAsync(connection =>
        {
            var before = PlanTable.InUse(connection);
            PlanTable.Use(connection, plan, audit.Now);
            audit.Append(connection, author, "plan.used", $"plan/{plan.Id}", "", before is null ? null : Shape(before), Shape(plan));
        });
    }

    internal static void Put(SqliteConnection connection, AuditTrail audit, UnitRecord? before, UnitRecord unit, string author)
    {
        UnitTable.Put(connection, unit);
        audit.Append(connection, author, "unit.set", $"unit/{unit.Id}", "", before is null ? null : Shape(before), Shape(unit));
    }

    internal static object Shape(UnitRecord unit) => new
    {
        name = new { vi = unit.Name.Vi, en = unit.Name.En },
        group = unit.Group,
        headcount = unit.Headcount.Select(Shape),
        area = unit.AreaSquareMetres.Select(Shape),
    };

    private static object Shape(StoredPlan plan) => new { id = plan.Id, version = plan.Version };

    private static object Shape(DatedNumber number) => new { from = number.From.ToString("O", System.Globalization.CultureInfo.InvariantCulture), value = number.Value };
}
