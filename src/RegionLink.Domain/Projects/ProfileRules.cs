using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

/// <summary>What a project may say of itself.</summary>
internal static class ProfileRules
{
    public static Decision<ProjectEvent> Propose(Project state, ProjectCommand.Propose command, CommandContext context) =>
        LinkRules.Along(state, command, Alone(state, command, context), context);

    public static Decision<ProjectEvent> Revise(Project state, ProjectCommand.Revise command, CommandContext context)
    {
        var reasons = new Reasons(context);
        CourseRules.NotOver(state, reasons);
        var profile = Check(command.Profile, state.First(ProjectState.Approved) ?? state.First(ProjectState.Proposed)!.Value, reasons);
        var why = reasons.Optional("reason", command.Reason);
        if (reasons.All.Count == 0 && profile.SameAs(state.Profile!))
        {
            return Decision.Accept<ProjectEvent>();
        }

        if (state.State() != ProjectState.Proposed && why is null)
        {
            reasons.Add(ProjectRefusals.ReasonMissing.About("reason"));
        }

        MoneyRules.FundingCovers(profile.Funding, state.Ceiling, reasons);
        return reasons.Unless(() => new ProjectEvent.Revised(profile, why));
    }

    /// <summary>A regime must be in force on the day of the decision; one that has ended needs a transitional ground.</summary>
    public static void Regime(ProjectProfile profile, DateOnly day, string field, Reasons reasons)
    {
        var inForce = LegalRegimes.InForceOn(day);
        if (profile.Regime > inForce)
        {
            reasons.Add(ProjectRefusals.RegimeNotYet.About(field, profile.Regime.Number(), day, inForce.Number()));
        }
        else if (profile.Regime < inForce && string.IsNullOrWhiteSpace(profile.TransitionalGround))
        {
            reasons.Add(ProjectRefusals.RegimeEnded.About(field, profile.Regime.Number(), day, inForce.Number()));
        }
    }

    /// <summary>The tidied sources; a reason for every fault in them.</summary>
    public static ImmutableArray<FundingSource> Funding(ImmutableArray<FundingSource> funding, Reasons reasons)
    {
        reasons.Count("funding", funding.Length, ProjectProfile.MaxFunding);
        var tidy = funding.Select((source, i) =>
        {
            reasons.Amount($"funding[{i}].amount", source.Amount, Money.Zero);
            return source with { Name = reasons.Required($"funding[{i}].name", source.Name, Reasons.NameLength) };
        }).ToImmutableArray();
        reasons.Distinct(tidy.Select((source, i) => ($"funding[{i}].name", $"{source.Kind} {source.Name}")));
        return tidy;
    }

    private static Decision<ProjectEvent> Alone(Project state, ProjectCommand.Propose command, CommandContext context)
    {
        var reasons = new Reasons(context);
        var unit = command.Key.Unit;
        var number = reasons.Code("number", command.Key.Number);
        if (unit.Code is not [>= '0' and <= '9', _])
        {
            reasons.Add(ProjectRefusals.UnitNotProvince.About("unit", unit));
        }

        reasons.PastDay("on", command.On);
        var profile = Check(command.Profile, command.On, reasons);
        var fact = new ProjectEvent.Proposed(unit, number, profile, command.On, command.Illustrative);
        if (state.State() is null)
        {
            return reasons.Unless(() => fact);
        }

        // The same proposal again (an import run twice) changes nothing; another project under the same number is refused.
        return state.Profile!.SameAs(profile) && state.Illustrative == command.Illustrative && reasons.All.Count == 0
            ? Decision.Accept<ProjectEvent>()
            : Decision.Refuse<ProjectEvent>([ProjectRefusals.AlreadyProposed.About("number", number), .. reasons.All]);
    }

    private static ProjectProfile Check(ProjectProfile profile, DateOnly day, Reasons reasons)
    {
        reasons.Count("systems", profile.Systems.Length, ProjectProfile.MaxSystems);
        var tidy = profile with
        {
            Name = reasons.Required("name", profile.Name, Reasons.NameLength),
            OwnerAgency = reasons.Required("ownerAgency", profile.OwnerAgency, Reasons.NameLength),
            Description = reasons.Optional("description", profile.Description),
            TransitionalGround = reasons.Optional("transitionalGround", profile.TransitionalGround),
            Funding = Funding(profile.Funding, reasons),
            Systems = [.. profile.Systems.Select((system, i) => reasons.Required($"systems[{i}]", system, Reasons.NameLength))],
        };
        reasons.Distinct(tidy.Systems.Select((system, i) => ($"systems[{i}]", system)));
        Regime(tidy, day, "regime", reasons);
        return tidy;
    }
}
