using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

/// <summary>Nothing promised or paid ever passes the ceiling, and the ceiling never falls below either.</summary>
internal static class MoneyRules
{
    public static Decision<ProjectEvent> AdjustCeiling(Project state, ProjectCommand.AdjustCeiling command, CommandContext context)
    {
        var reasons = new Reasons(context);
        CourseRules.NotOver(state, reasons);
        if (state.Decision is not { } present)
        {
            reasons.Add(ProjectRefusals.NotApproved.With());
        }
        else if (command.Decision.Date < present.Date)
        {
            reasons.Add(ProjectRefusals.DateBeforeState.About("decision.date", command.Decision.Date, present.Date));
        }

        var decision = reasons.Document("decision", command.Decision);
        var why = reasons.Required("reason", command.Reason);
        reasons.Amount("ceiling", command.Ceiling, new Money(1));
        var funding = command.Funding is { } given ? ProfileRules.Funding(given, reasons) : state.Profile!.Funding;
        FundingCovers(funding, command.Ceiling, reasons);
        var spent = state.Disbursed() > state.Committed() ? state.Disbursed() : state.Committed();
        if (command.Ceiling < spent)
        {
            reasons.Add(ProjectRefusals.CeilingBelowSpent.About("ceiling", command.Ceiling, spent));
        }

        if (reasons.All.Count == 0 && state.Ceiling == command.Ceiling && state.Decision == decision && funding.SequenceEqual(state.Profile!.Funding))
        {
            return Decision.Accept<ProjectEvent>();
        }

        return reasons.Unless(() => new ProjectEvent.CeilingAdjusted(command.Ceiling, decision, why, funding));
    }

    public static Decision<ProjectEvent> Commit(Project state, ProjectCommand.CommitFunds command, CommandContext context)
    {
        var reasons = new Reasons(context);
        CourseRules.NotOver(state, reasons);
        var contract = reasons.Required("contract", command.Contract, Reasons.NameLength);
        var contractor = reasons.Required("contractor", command.Contractor, Reasons.NameLength);
        reasons.PastDay("on", command.On);
        reasons.Amount("amount", command.Amount, new Money(1));
        if (state.Commitments.FirstOrDefault(c => VietnameseText.Same(c.Contract, contract)) is { } known)
        {
            var same = known == new Commitment(known.Contract, contractor, command.Amount, command.On);
            if (same && reasons.All.Count == 0)
            {
                return Decision.Accept<ProjectEvent>();
            }

            reasons.Add(ProjectRefusals.ContractExists.About("contract", contract));
        }

        if (state.Ceiling is not { } ceiling)
        {
            reasons.Add(ProjectRefusals.NotApproved.With());
        }
        else if (command.Amount <= Reasons.MaxAmount && state.Committed() + command.Amount > ceiling)
        {
            reasons.Add(ProjectRefusals.CeilingExceeded.About("amount", state.Committed() + command.Amount, ceiling));
        }

        return reasons.Unless(() => new ProjectEvent.FundsCommitted(contract, contractor, command.Amount, command.On));
    }

    public static Decision<ProjectEvent> Release(Project state, ProjectCommand.ReleaseFunds command, CommandContext context)
    {
        var reasons = new Reasons(context);
        CourseRules.NotCancelled(state, reasons);
        var contract = reasons.Required("contract", command.Contract, Reasons.NameLength);
        var why = reasons.Required("reason", command.Reason);
        var known = state.Commitments.FirstOrDefault(c => VietnameseText.Same(c.Contract, contract));
        if (known is null)
        {
            reasons.Add(ProjectRefusals.ContractUnknown.About("contract", contract));
        }

        return reasons.Unless(() => new ProjectEvent.FundsReleased(known!.Contract, why));
    }

    /// <summary>A reason when the sources together do not reach the ceiling: money nobody gives cannot be approved.</summary>
    public static void FundingCovers(ImmutableArray<FundingSource> funding, Money? ceiling, Reasons reasons)
    {
        // An amount out of range has its own reason already; adding it up could overflow.
        if (ceiling is null || funding.Length > ProjectProfile.MaxFunding || funding.Any(f => f.Amount.IsNegative || f.Amount > Reasons.MaxAmount))
        {
            return;
        }

        var total = funding.Aggregate(Money.Zero, (sum, f) => sum + f.Amount);
        if (total < ceiling)
        {
            reasons.Add(ProjectRefusals.FundingShort.About("funding", total, ceiling));
        }
    }
}
