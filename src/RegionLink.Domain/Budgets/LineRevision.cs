using System.Globalization;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Budgets;

/// <summary>When a line is changed: amounts, classification and project link in one order, so that a row of a file is one command.</summary>
internal static class LineRevision
{
    public static Decision<BudgetLineEvent> Decide(BudgetLine state, BudgetLineCommand.Revise command, CommandContext context)
    {
        if (!state.Exists)
        {
            return Decision.Refuse<BudgetLineEvent>(BudgetLineRefusals.LineUnknown.With());
        }

        var refusals = new List<Refusal>();
        var events = new List<BudgetLineEvent>();
        LineRules.AddForAmounts(refusals, command.Amounts);
        AdjustAmounts(state, command, context, events, refusals);
        if (command.Classification is { } classification && LineRules.Tidy(classification) != state.Classification)
        {
            LineRules.AddForClassification(refusals, classification);
            events.Add(new BudgetLineEvent.Reclassified(state.Classification, LineRules.Tidy(classification)));
        }

        if (command.Project is { } link && link.Project?.Key != state.Project)
        {
            LineRules.AddForProject(refusals, link.Project, state.Illustrative);
            events.Add(new BudgetLineEvent.Relinked(state.Project, link.Project?.Key));
        }

        if (events.Count > 0)   // asking for what is already so is no write, even in a closed year
        {
            LineRules.AddIfNotWritable(refusals, command.FiscalYear);
            if (state.Withdrawn)
            {
                refusals.Add(BudgetLineRefusals.LineWithdrawn.With());
            }
        }

        return Decision.AcceptUnless(refusals, () => events);
    }

    private static void AdjustAmounts(
        BudgetLine state, BudgetLineCommand.Revise command, CommandContext context, List<BudgetLineEvent> events, List<Refusal> refusals)
    {
        var reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim();
        var replaced = false;
        var jumped = false;
        for (var i = 0; i < command.Amounts.Length; i++)
        {
            var entry = command.Amounts[i];
            var before = state.At(entry.Stage);
            if (entry == before)
            {
                continue;
            }

            replaced |= before is not null;
            var jump = before is null ? null : ScaleJump.Between(before.Amount.Vnd, entry.Amount.Vnd);
            if (jump is not null && command.ConfirmScaleJump is null)
            {
                var field = string.Create(CultureInfo.InvariantCulture, $"amounts[{i}].amount");
                refusals.Add(BudgetLineRefusals.ScaleJump.About(field, entry.Amount.Vnd, jump.Factor, before!.Amount.Vnd));
            }

            jumped |= jump is not null;
            events.Add(new BudgetLineEvent.AmountAdjusted(
                entry.Stage, before?.Amount, entry.Amount, entry.Origin, entry.Source, reason, jump is null ? null : command.ConfirmScaleJump?.Trim()));
        }

        if (replaced || reason?.Length > LineRules.LongestText)
        {
            LineRules.AddIfNoReason(refusals, reason, "reason");
        }

        if (jumped && command.ConfirmScaleJump is not null)
        {
            LineRules.AddIfNoReason(refusals, command.ConfirmScaleJump, "confirmScaleJump");
            if (context.By.Kind is ActorKind.Key)
            {
                refusals.Add(BudgetLineRefusals.AnswerNeedsPerson.About("confirmScaleJump"));
            }
        }
    }
}
