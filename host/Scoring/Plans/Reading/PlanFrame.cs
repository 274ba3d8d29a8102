using EmulationPlatform.Scoring.Rules;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>What every reader of a part needs to know of the whole plan.</summary>
internal sealed record PlanFrame(PlanIndex Index, PlanSpan Span, bool IsClosed)
{
    /// <summary>Every rule of the plan with its place, to be compared with its figure when all figures are read.</summary>
    public RuleUses Rules { get; } = new();

    public static IdShape RoleId => IdShape.Plain("van-phong");

    /// <summary>A unit of the agency, all of them, or a role.</summary>
    public string OwedBy(PlanSection section)
    {
        var id = section.Id("owedBy", IdShape.Plain(Duty.Units));
        if (id != Duty.Units)
        {
            Index.Refer(id, section.At("owedBy"), EntryKind.Role);
        }

        return id;
    }

    /// <summary>The id of a role, or in quotes somebody whom the plan does not know as one.</summary>
    public string RoleOrOutsider(PlanSection section, string key)
    {
        if (section.Word(key, "\"Sở Nội vụ\"") is not { } word)
        {
            return "";
        }

        if (word.Quoted)
        {
            return word.Text.Trim();
        }

        if (RoleId.Fits(word.Text))
        {
            Index.Refer(word.Text, word.At, EntryKind.Role);
            return word.Text;
        }

        section.Error(key, $"'{word.Text}' is no id of a role; write {RoleId.Words}, or put the name of somebody outside in double quotes.");
        return "";
    }
}
