using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

/// <summary>The register of what may go wrong.</summary>
internal static class RiskRules
{
    private const int MaxRisks = 200;

    public static Decision<ProjectEvent> Raise(Project state, ProjectCommand.RaiseRisk command, CommandContext context)
    {
        var reasons = new Reasons(context);
        CourseRules.NotOver(state, reasons);
        var code = reasons.Code("code", command.Code);
        var description = reasons.Required("description", command.Description);
        var response = reasons.Optional("response", command.Response);
        Scale(command.Likelihood, command.Impact, reasons);
        reasons.Count("code", state.Risks.Length + 1, MaxRisks);
        if (Find(state, code) is { } known)
        {
            if (reasons.All.Count == 0 && known == new Risk(code, description, command.Likelihood, command.Impact, RiskStatus.Open, response))
            {
                return Decision.Accept<ProjectEvent>();
            }

            reasons.Add(ProjectRefusals.RiskExists.About("code", code));
        }

        return reasons.Unless(() => new ProjectEvent.RiskRaised(code, description, command.Likelihood, command.Impact, response));
    }

    public static Decision<ProjectEvent> Reassess(Project state, ProjectCommand.ReassessRisk command, CommandContext context)
    {
        var reasons = new Reasons(context);
        CourseRules.NotCancelled(state, reasons);
        var code = reasons.Code("code", command.Code);
        Scale(command.Likelihood, command.Impact, reasons);
        var known = Find(state, code);
        var response = reasons.Optional("response", command.Response) ?? known?.Response;
        if (command.Status != RiskStatus.Open && response is null)
        {
            reasons.Add(ProjectRefusals.RiskResponseMissing.About("response"));
        }

        if (known is null)
        {
            reasons.Add(ProjectRefusals.RiskUnknown.About("code", code));
            return Decision.Refuse<ProjectEvent>(reasons.All);
        }

        var next = known with { Likelihood = command.Likelihood, Impact = command.Impact, Status = command.Status, Response = response };
        return reasons.All.Count == 0 && next == known
            ? Decision.Accept<ProjectEvent>()
            : reasons.Unless(() => new ProjectEvent.RiskReassessed(code, next.Likelihood, next.Impact, next.Status, next.Response));
    }

    private static Risk? Find(Project state, string code) => state.Risks.FirstOrDefault(r => r.Code == code);

    private static void Scale(int likelihood, int impact, Reasons reasons)
    {
        foreach (var (field, value) in new[] { ("likelihood", likelihood), ("impact", impact) })
        {
            if (value is < 1 or > 5)
            {
                reasons.Add(ProjectRefusals.RiskScale.About(field, value));
            }
        }
    }
}
