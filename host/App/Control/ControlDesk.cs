using System.Text.Json;
using EmulationPlatform.Units.Importing;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units;
using EmulationPlatform.Units.Access;

namespace EmulationPlatform.App.Control;

/// <summary>Carries out what the command line asks for, in the running host or, with none running, on the database itself.</summary>
/// <param name="agency">Null when no host runs.</param>
internal sealed class ControlDesk(AccessKeys keys, DeviceUsers users, Database database, Agency? agency)
{
    public const string KeyCreate = "key-create";
    public const string MqttUserAdd = "mqtt-user-add";
    public const string PlanUse = "plan-use";

    public const string SourceImport = "source-import";
    public const string Verify = "verify";

    /// <summary>The command cannot be carried out on the database alone.</summary>
    public static bool NeedsAgency(ControlCall call) => call.Command is SourceImport;

    /// <param name="progress">Told how far a long command is.</param>
    public async Task<ControlAnswer> DoAsync(ControlCall call, Action<string> progress, CancellationToken cancellationToken)
    {
        try
        {
            return call switch
            {
                { Command: KeyCreate, Arguments: [var name, var role, var unit] } => new(true, await keys.CreateAsync(name, Enum.Parse<Role>(role), unit, cancellationToken)),
                { Command: MqttUserAdd, Arguments: { Count: > 1 } words } => await PutUserAsync(words[0], [.. words.Skip(1)], cancellationToken),
                { Command: SourceImport, Arguments: [var options] } when agency is not null =>
                    await ImportAsync(agency, JsonSerializer.Deserialize<ImportOptions>(options)!, progress, cancellationToken),
                { Command: Verify, Arguments: [] } when agency is not null =>
                    VerifyAnswer.Of(await agency.Verification.RunAsync(VerifyAnswer.Progress(progress), cancellationToken)),
                { Command: PlanUse, Arguments: [var text] } => await UsePlanAsync(text, cancellationToken),
                _ => new(false, $"The running host does not know the command {call.Command}; stop it and start this version."),
            };
        }
        catch (Exception e) when (e is StorageLostException or SinkClosedException)
        {
            return new(false, e.Message);
        }
    }

    private static async Task<ControlAnswer> ImportAsync(Agency agency, ImportOptions options, Action<string> progress, CancellationToken cancellationToken)
    {
        var result = await agency.Imports.ImportAsync(options, step => progress(ProgressBar.Of(step.Step, step.Part, step.Done, "rows")), cancellationToken);
        return new(result.Done, result.Text);
    }

    private async Task<ControlAnswer> PutUserAsync(string name, IReadOnlyList<string> topics, CancellationToken cancellationToken)
    {
        var warning = users.Has(name) ? $"{name} was there already: its old password and topics no longer hold; give the new password to every device that uses it." : null;
        return new(true, await users.PutAsync(name, topics, cancellationToken), warning);
    }

    private async Task<ControlAnswer> UsePlanAsync(string text, CancellationToken cancellationToken)
    {
        var read = PlanReader.Read(text, "plan");
        if (read.Plan is not { } plan)
        {
            return new(false, string.Join(Environment.NewLine, read.Problems));
        }

        var (inUse, newest) = database.Read(connection => (PlanTable.InUse(connection), PlanTable.Newest(connection, plan.Id)));
        var wanted = new StoredPlan(plan.Id, plan.Version, text);
        if (wanted == inUse)
        {
            return new(true, $"{plan.Id} version {plan.Version} is in use already; nothing was changed.");
        }

        if (newest is not null && wanted != newest && plan.Version <= newest.Version)
        {
            return new(false, $"Version {newest.Version} of {plan.Id} was in use and says something else; write 'version: {newest.Version + 1}' into the changed file.");
        }

        if (agency is not null)
        {
            await agency.UsePlanAsync(text, plan, RegistryActs.CommandLine, cancellationToken);
        }
        else
        {
            await RegistryActs.UsePlanAsync(database, TimeProvider.System, wanted, RegistryActs.CommandLine);
        }

        return new(true, $"{plan.Id} version {plan.Version} is in use.", Strangers(plan));
    }

    /// <summary>Units that targets name and that nobody has entered: a slip of the pen leaves a target to everybody, or to nobody.</summary>
    private string? Strangers(Plan plan)
    {
        var known = database.Read(UnitTable.All).Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
        var strangers = plan.Targets
            .SelectMany(target => target.Scope.Units.Concat(target.Scope.Except).Concat(target.Exemptions.Select(exemption => exemption.Unit)).Select(unit => (target.Id, Unit: unit)))
            .Where(named => !known.Contains(named.Unit)).Select(named => $"{named.Unit} ({named.Id})").Distinct(StringComparer.Ordinal).ToList();
        return strangers.Count == 0 ? null : $"No unit has been entered with the id {string.Join(", ", strangers)}; correct the scope or exemption, or enter the unit.";
    }
}
