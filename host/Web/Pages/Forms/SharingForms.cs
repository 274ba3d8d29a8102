using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Pages.Forms;

/// <summary>A meter for several units from a day on, and for one again.</summary>
internal static class SharingForms
{
    private const int LeastUnits = 2;
    private const decimal Whole = 100m;

    public static void Map(IEndpointRouteBuilder forms)
    {
        forms.MapPost("/sources/{source}/share", ShareAsync);
        forms.MapPost("/sources/{source}/unshare", UnshareAsync);
    }

    /// <summary>The box that says that a unit takes part; for fixed shares its percent says it as well.</summary>
    public static string InField(string unit) => "in." + unit;

    public static string PartField(string unit) => "part." + unit;

    /// <summary>What a unit has of that by which a meter is shared.</summary>
    /// <returns>Null when nobody has entered it; also for fixed shares.</returns>
    public static decimal? NumberOf(UnitRecord unit, ShareKey key, DateOnly day)
    {
        var numbers = key switch { ShareKey.Headcount => unit.Headcount, ShareKey.Area => unit.AreaSquareMetres, _ => [] };
        return (numbers.LastOrDefault(number => number.From <= day) ?? (numbers.Count > 0 ? numbers[0] : null))?.Value;
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> ShareAsync(string source, HttpContext context, Agency agency)
    {
        var form = new FormReader(await context.Request.ReadFormAsync(context.RequestAborted), agency.Calendar);
        var key = form.Choice<ShareKey>("key");
        if (key == ShareKey.Whole)
        {
            form.Wrong("key", "Form.NotAChoice");
        }

        var day = form.Day("from");
        var weights = key == ShareKey.Fixed ? Percents(form, agency) : Sharers(form, agency, key, day);
        if (weights.Count < LeastUnits)
        {
            form.Wrong("key", "Form.SharesTwo");
        }

        var reason = form.Reason();
        var change = SourceChange.Nothing with { AssignedFrom = Start(day, agency), Sharing = new Sharing(key ?? default, weights, reason), Reason = reason };
        return await SettingsForms.SaveAsync(source, change, form, context, agency, "shared");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> UnshareAsync(string source, HttpContext context, Agency agency)
    {
        var form = new FormReader(await context.Request.ReadFormAsync(context.RequestAborted), agency.Calendar);
        var unit = form.Raw("unit");
        if (unit.Length > 0 && agency.Units.All(known => known.Id != unit))
        {
            form.Wrong("unit", "Form.NotAChoice");
        }

        var change = SourceChange.Nothing with { Unit = unit, AssignedFrom = Start(form.Day("from"), agency), Reason = form.Reason() };
        return await SettingsForms.SaveAsync(source, change, form, context, agency, "unshared");
    }

    /// <summary>Percents that somebody agreed on; nobody agrees on 90 or 110.</summary>
    private static List<KeyValuePair<string, decimal>> Percents(FormReader form, Agency agency)
    {
        var parts = new List<KeyValuePair<string, decimal>>();
        foreach (var unit in agency.Units)
        {
            var field = PartField(unit.Id);
            if (form.Number(field) is { } part)
            {
                parts.Add(KeyValuePair.Create(unit.Id, part));
            }
            else if (!form.Has(field) && form.Has(InField(unit.Id)))
            {
                form.Wrong(field, "Form.NeedsPercent");
            }
        }

        if (parts.Exists(part => part.Value <= 0m))
        {
            form.Wrong(PartField(parts.Find(part => part.Value <= 0m).Key), "Form.NotPositive");
        }

        var sum = parts.Sum(part => part.Value);
        if (parts.Count >= LeastUnits && sum != Whole)
        {
            form.Wrong("key", new LocalizedText(
                Words.Vietnamese.Format("Form.SharesSum", Words.Vietnamese.Exact(sum)), Words.English.Format("Form.SharesSum", Words.English.Exact(sum))));
        }

        return parts;
    }

    /// <summary>Units that take part by their people or their floor area: without a number a unit would silently have nothing of it.</summary>
    private static List<KeyValuePair<string, decimal>> Sharers(FormReader form, Agency agency, ShareKey? key, DateOnly? day)
    {
        var sharers = agency.Units.Where(unit => form.Has(InField(unit.Id))).ToList();
        if (key is { } by && sharers.Find(unit => NumberOf(unit, by, day ?? DateOnly.MaxValue) is null or <= 0m) is { } without)
        {
            var problem = by == ShareKey.Headcount ? "Form.NoHeadcount" : "Form.NoArea";
            form.Wrong(InField(without.Id), new LocalizedText(Words.Vietnamese.Format(problem, without.Name.Vi), Words.English.Format(problem, without.Name.En)));
        }

        return sharers.ConvertAll(unit => KeyValuePair.Create(unit.Id, 1m));
    }

    private static Instant? Start(DateOnly? day, Agency agency) => day is { } first ? agency.Calendar.StartOf(first) : null;
}
