using System.Globalization;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Endpoints;

namespace EmulationPlatform.Web.Pages.Forms;

/// <summary>Sources that add up others: made, and made of others than before.</summary>
internal static class VirtualForms
{
    public const int MostTerms = 100;

    /// <summary>The sign of what is taken off.</summary>
    public const string Minus = "minus";

    private const int MostName = 200;
    private const int LongestSlug = 60;
    private const decimal GreatestTimes = 1_000_000m;

    public static void Map(IEndpointRouteBuilder forms)
    {
        forms.MapPost("/facilities/virtual/make", MakeAsync);
        forms.MapPost("/sources/{source}/terms", TermsAsync);
    }

    public static string TermField(int row) => Field("term", row);

    public static string SignField(int row) => Field("sign", row);

    public static string TimesField(int row) => Field("times", row);

    private static async Task<Results<RedirectHttpResult, NotFound>> MakeAsync(HttpContext context, Agency agency)
    {
        var form = new FormReader(await context.Request.ReadFormAsync(context.RequestAborted), agency.Calendar);
        var label = form.Text("label", MostName, "Form.NeedsName");
        var slug = Slug(label);
        if (label.Length > 0 && slug.Length == 0)
        {
            form.Wrong("label", "Form.NeedsName");
        }

        var wanted = new VirtualSource("virtual-" + slug, form.Raw("metric"), label, Terms(form), form.Reason())
        {
            Unit = form.Has("unit") ? form.Raw("unit") : null,
            AssignedFrom = form.Day("from") is { } day ? agency.Calendar.StartOf(day) : null,
        };
        if (!form.IsFine)
        {
            return FormAnswer.Refused(context, form);
        }

        var result = await agency.Facilities.AddVirtualAsync(wanted, Principal.NameOf(context), context.RequestAborted);
        context.Logger().SourceChanged(Principal.NameOf(context), wanted.Id);
        return FormAnswer.Of(context, form, result.Field == "id" ? result with { Field = "label" } : result, "virtualMade");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> TermsAsync(string source, HttpContext context, Agency agency)
    {
        var form = new FormReader(await context.Request.ReadFormAsync(context.RequestAborted), agency.Calendar);
        var (terms, reason) = (Terms(form), form.Reason());
        return form.IsFine
            ? FormAnswer.Of(context, form, await agency.Facilities.SetTermsAsync(source, terms, reason, Principal.NameOf(context), context.RequestAborted), "termsSet")
            : FormAnswer.Refused(context, form);
    }

    private static List<KeyValuePair<string, decimal>> Terms(FormReader form)
    {
        var terms = new List<KeyValuePair<string, decimal>>();
        foreach (var row in Enumerable.Range(1, MostTerms).Where(row => form.Has(TermField(row))))
        {
            var times = form.Number(TimesField(row)) ?? 1m;
            if (times is <= 0m or > GreatestTimes)
            {
                form.Wrong(TimesField(row), "Form.NotPositive");
            }

            terms.Add(KeyValuePair.Create(form.Raw(TermField(row)), form.Raw(SignField(row)) == Minus ? -times : times));
        }

        if (terms.Count == 0)
        {
            form.Wrong(TermField(1), "Form.NeedsTerm");
        }

        if (terms.DistinctBy(term => term.Key).Count() != terms.Count)
        {
            form.Wrong(TermField(1), "Form.TermTwice");
        }

        return terms;
    }

    /// <summary>"Phần còn lại tầng 2" is virtual-phan-con-lai-tang-2: people name it once.</summary>
    private static string Slug(string label)
    {
        var words = string.Concat(PlainText.Of(label).Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', words);
        return slug.Length <= LongestSlug ? slug : slug[..LongestSlug].TrimEnd('-');
    }

    private static string Field(string name, int row) => string.Create(CultureInfo.InvariantCulture, $"{name}.{row}");
}
