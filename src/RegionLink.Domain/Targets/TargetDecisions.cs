using RegionLink.Domain.Common;

namespace RegionLink.Domain.Targets;

/// <summary>The rules behind <see cref="Target.Decide"/>, one per command.</summary>
internal static class TargetDecisions
{
    public static Decision<TargetEvent> Set(Target state, TargetCommand.Set c)
    {
        if (state.Metric is not null)
        {
            var same = state.Metric == c.Metric && state.Scope == c.Scope && state.UnitOfMeasure == c.UnitOfMeasure
                && state.Illustrative == c.Illustrative && state.Versions[0].Terms == c.Terms;
            return same ? Decision.Accept<TargetEvent>() : Decision.Refuse<TargetEvent>(TargetRefusals.AlreadySet.With());
        }

        var refusals = TermsRules.Faults(c.Terms);
        if (c.MetricUnit is null)
        {
            refusals.Add(TargetRefusals.MetricUnknown.About("metric", c.Metric));
        }
        else if (c.MetricUnit != c.UnitOfMeasure)
        {
            refusals.Add(TargetRefusals.UnitDiffers.About("unitOfMeasure", c.UnitOfMeasure, c.MetricUnit));
        }

        if (c.Scope is { Kind: ScopeKind.Unit, Unit: null })
        {
            refusals.Add(TargetRefusals.ScopeUnitMissing.About("scope.unit"));
        }
        else if (c.Scope is { Kind: not ScopeKind.Unit, Unit: not null })
        {
            refusals.Add(TargetRefusals.ScopeUnitUnexpected.About("scope.unit"));
        }

        return Decision.AcceptUnless<TargetEvent>(refusals, () =>
            [new TargetEvent.Set(c.Metric, c.Scope, c.UnitOfMeasure, c.Terms, c.Illustrative)]);
    }

    public static Decision<TargetEvent> Change(Target state, TargetCommand.Change c, DateOnly today)
    {
        var newest = state.Versions[^1];
        if (newest.Terms == c.Terms && newest.EndedOn is null)
        {
            return Decision.Accept<TargetEvent>();
        }

        var refusals = TermsRules.Faults(c.Terms);
        RequireReason(c.Reason, refusals);
        if (c.Terms.Validity.From is not { } from)
        {
            refusals.Add(TargetRefusals.FromMissing.About("validity.from"));
        }
        else
        {
            RequireOpenYear(from, today, "validity.from", refusals);
            if (from <= newest.Terms.Validity.From)
            {
                refusals.Add(TargetRefusals.VersionNotLater.About("validity.from", newest.Terms.Validity.From.Value));
            }
        }

        return Decision.AcceptUnless<TargetEvent>(refusals, () => [new TargetEvent.Changed(newest.Number + 1, c.Terms, c.Reason)]);
    }

    public static Decision<TargetEvent> End(Target state, TargetCommand.End c, DateOnly today)
    {
        var newest = state.Versions[^1];
        if (newest.EndedOn == c.Until)
        {
            return Decision.Accept<TargetEvent>();
        }

        var refusals = new List<Refusal>();
        RequireReason(c.Reason, refusals);
        if (newest.Terms.Validity.From is { } from && c.Until < from)
        {
            refusals.Add(TargetRefusals.ValidityReversed.About("until", from, c.Until));
        }

        // The last day of the last finished year is the earliest end: that year keeps its verdict. An end that passed before it stays passed.
        RequireOpenYear(c.Until.AddDays(1), today, "until", refusals);
        if (newest.EndedOn is { } ended && refusals.Count == 0)
        {
            RequireOpenYear(ended.AddDays(1), today, "until", refusals);
        }

        return Decision.AcceptUnless<TargetEvent>(refusals, () => [new TargetEvent.Ended(c.Until, c.Reason)]);
    }

    /// <summary>Measured against the goal that binds the province already, its own earlier raise included: what was promised is not lowered.</summary>
    public static Decision<TargetEvent> Raise(Target state, TargetCommand.Raise c, DateOnly today)
    {
        var refusals = TermsRules.Faults(c.Goal);
        RequireOpenYear(c.From, today, "from", refusals);
        if (string.IsNullOrWhiteSpace(c.LegalSource))
        {
            refusals.Add(TargetRefusals.LegalSourceMissing.About("legalSource"));
        }

        if (!state.Scope.Covers(c.Unit))
        {
            refusals.Add(TargetRefusals.NotOfThisProvince.About("unit", c.Unit));
        }

        var validity = state.VersionFor(c.From).Validity;
        if (c.From < validity.From || c.From > (validity.Until ?? DateOnly.MaxValue) || c.From > (validity.Due.By ?? DateOnly.MaxValue))
        {
            refusals.Add(TargetRefusals.OutsideValidity.About("from", c.From));
        }

        // Against everything already promised, also for a later day: a raise from 2027 must not undercut one from 2028.
        var raises = state.RaisesOf(c.Unit);
        var bar = raises.LastOrDefault(raise => !raise.Cancelled)?.Goal;
        var version = state.VersionFor(c.From).Terms.Goal;
        bar = bar is not null && bar.IsStricterThan(version) ? bar : version;
        if (!c.Goal.IsStricterThan(bar))
        {
            refusals.Add(TargetRefusals.NotStricter.About("goal", Symbol(bar.Direction), bar.Upper is null ? bar.Threshold : (FormattableString)$"{bar.Threshold}–{bar.Upper}"));
        }

        return Decision.AcceptUnless<TargetEvent>(refusals, () =>
            [new TargetEvent.Raised(c.Unit, raises.Count + 1, c.Goal, c.From, c.LegalSource)]);
    }

    /// <summary>Possible while no finished year was judged by the raise.</summary>
    public static Decision<TargetEvent> CancelRaise(Target state, TargetCommand.CancelRaise c, DateOnly today)
    {
        var refusals = new List<Refusal>();
        RequireReason(c.Reason, refusals);
        var raise = state.RaisesOf(c.Unit).LastOrDefault(r => !r.Cancelled);
        if (raise is null)
        {
            refusals.Add(TargetRefusals.NothingRaised.About("unit", c.Unit));
        }
        else
        {
            RequireOpenYear(raise.From, today, "unit", refusals);
        }

        return Decision.AcceptUnless<TargetEvent>(refusals, () => [new TargetEvent.RaiseCancelled(c.Unit, raise!.Number, c.Reason)]);
    }

    private static void RequireReason(string reason, List<Refusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            refusals.Add(TargetRefusals.ReasonMissing.About("reason"));
        }
    }

    private static void RequireOpenYear(DateOnly from, DateOnly today, string field, List<Refusal> refusals)
    {
        var earliest = new DateOnly(today.Year, 1, 1);
        if (from < earliest)
        {
            refusals.Add(TargetRefusals.RewritesThePast.About(field, from, earliest));
        }
    }

    private static string Symbol(GoalDirection direction) => direction switch
    {
        GoalDirection.AtLeast => "≥",
        GoalDirection.MoreThan => ">",
        GoalDirection.AtMost => "≤",
        GoalDirection.LessThan => "<",
        _ => "=",
    };
}
