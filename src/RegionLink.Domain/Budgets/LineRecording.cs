using RegionLink.Domain.Common;

namespace RegionLink.Domain.Budgets;

/// <summary>When a new line is taken in.</summary>
internal static class LineRecording
{
    public static Decision<BudgetLineEvent> Decide(BudgetLine state, BudgetLineCommand.Record command)
    {
        var recorded = new BudgetLineEvent.Recorded(
            command.Label.Trim(),
            command.Project?.Key,
            command.Parent?.Key,
            LineRules.Tidy(command.Classification),
            [.. command.Amounts.OrderBy(a => a.Stage)],
            command.Illustrative);
        if (state.Exists)
        {
            return Same(state, recorded)
                ? Decision.Accept<BudgetLineEvent>()
                : Decision.Refuse<BudgetLineEvent>(BudgetLineRefusals.NumberTaken.About("number", command.Number));
        }

        var refusals = new List<Refusal>();
        LineRules.AddIfNotWritable(refusals, command.FiscalYear);
        if (!BudgetLineKey.IsNumber(command.Number))
        {
            refusals.Add(BudgetLineRefusals.NumberInvalid.About("number", command.Number, BudgetLineKey.LongestNumber));
        }

        if (recorded.Label.Length is 0 or > LineRules.LongestText)
        {
            refusals.Add(BudgetLineRefusals.LabelMissing.About("label", LineRules.LongestText));
        }

        LineRules.AddForClassification(refusals, command.Classification);
        LineRules.AddForAmounts(refusals, command.Amounts);
        LineRules.AddForProject(refusals, command.Project, command.Illustrative);
        AddForParent(refusals, command.Parent, command.Illustrative);
        return Decision.AcceptUnless<BudgetLineEvent>(refusals, () => [recorded]);
    }

    private static void AddForParent(List<Refusal> refusals, NamedParent? parent, bool illustrative)
    {
        if (parent is null)
        {
            return;
        }

        if (!parent.SameYear)
        {
            refusals.Add(BudgetLineRefusals.ParentElsewhere.About("parent", parent.Key));
        }
        else if (!parent.Known)
        {
            refusals.Add(BudgetLineRefusals.ParentUnknown.About("parent", parent.Key));
        }
        else
        {
            if (parent.Withdrawn)
            {
                refusals.Add(BudgetLineRefusals.ParentWithdrawn.About("parent", parent.Key));
            }

            if (parent.Illustrative != illustrative)
            {
                refusals.Add(BudgetLineRefusals.IllustrativeMixed.About("parent", parent.Key));
            }
        }
    }

    private static bool Same(BudgetLine state, BudgetLineEvent.Recorded recorded) =>
        !state.Withdrawn
        && state.Label == recorded.Label
        && state.Project == recorded.Project
        && state.Parent == recorded.Parent
        && state.Classification == recorded.Classification
        && state.Illustrative == recorded.Illustrative
        && state.Amounts.SequenceEqual(recorded.Amounts);
}
