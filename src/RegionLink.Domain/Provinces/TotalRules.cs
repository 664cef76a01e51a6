using RegionLink.Domain.Common;

namespace RegionLink.Domain.Provinces;

/// <summary>When a total of a fiscal year is taken.</summary>
internal static class TotalRules
{
    /// <summary>
    /// One hundred million billion VND, some forty times the state budget of the whole country in 2025: more is a wrong unit. It also keeps
    /// the sum over all provinces inside 64 bits.
    /// </summary>
    public const long LargestVnd = 100_000_000_000_000_000;

    private const int LongestForm = 30;
    private const int LongestSource = 1_000;

    public static Decision<ProvinceEvent> Record(Province state, ProvinceCommand.RecordTotal command, CommandContext context)
    {
        var form = command.Form.Trim().ToUpperInvariant();
        var source = command.Source.Trim();
        var year = state.Year(command.Year);
        var before = year?.Total(command.Stage, form);
        var refusals = new List<Refusal>();
        FiscalYearRules.AddIfNotWritable(refusals, year, command.Year);
        AddIfNoForm(refusals, form);
        if (command.Amount <= Money.Zero || command.Amount.Vnd > LargestVnd)
        {
            refusals.Add(ProvinceRefusals.TotalOutOfRange.About("amount", command.Amount.Vnd, LargestVnd));
        }

        if (source.Length is 0 or > LongestSource)
        {
            refusals.Add(ProvinceRefusals.SourceMissing.About("source", LongestSource));
        }

        if (command.Illustrative && before is { Illustrative: false })
        {
            refusals.Add(ProvinceRefusals.IllustrativeOverReal.About("illustrative", command.Year));
        }

        if (Same(before, command, source))
        {
            return refusals.Count == 0 ? Decision.Accept<ProvinceEvent>() : Decision.Refuse<ProvinceEvent>(refusals);
        }

        var jump = TotalHistory.JumpOf(state, command, form);
        var confirmed = jump is null ? null : command.ConfirmScaleJump?.Trim();
        if (jump is not null && confirmed is null)
        {
            refusals.Add(ProvinceRefusals.ScaleJump.About("amount", command.Amount.Vnd, jump.Jump.Factor, jump.Against.Vnd, jump.Year));
        }
        else if (jump is not null)
        {
            FiscalYearRules.AddIfNoReason(refusals, confirmed!, "confirmScaleJump");
            if (context.By.Kind is ActorKind.Key)
            {
                refusals.Add(ProvinceRefusals.AnswerNeedsPerson.About("confirmScaleJump"));
            }
        }

        return Decision.AcceptUnless<ProvinceEvent>(refusals, () =>
        [
            new ProvinceEvent.TotalRecorded(
                command.Year, command.Stage, form, command.Amount, command.Origin, source, command.Illustrative, before?.Amount, confirmed),
        ]);
    }

    public static Decision<ProvinceEvent> Withdraw(Province state, ProvinceCommand.WithdrawTotal command)
    {
        var form = command.Form.Trim().ToUpperInvariant();
        var year = state.Year(command.Year);
        var total = year?.Total(command.Stage, form);
        var refusals = new List<Refusal>();
        FiscalYearRules.AddIfNotWritable(refusals, year, command.Year);
        FiscalYearRules.AddIfNoReason(refusals, command.Reason, "reason");
        if (year is not null && total is null)
        {
            refusals.Add(ProvinceRefusals.TotalMissing.About("form", command.Year, form));
        }

        return Decision.AcceptUnless<ProvinceEvent>(refusals, () =>
            [new ProvinceEvent.TotalWithdrawn(command.Year, command.Stage, form, total!.Amount, command.Reason.Trim())]);
    }

    private static bool Same(ExpenditureTotal? before, ProvinceCommand.RecordTotal command, string source) =>
        before is not null
        && before.Amount == command.Amount
        && before.Origin == command.Origin
        && before.Source == source
        && before.Illustrative == command.Illustrative;

    private static void AddIfNoForm(List<Refusal> refusals, string form)
    {
        if (form.Length is 0 or > LongestForm || !form.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '/' or '-'))
        {
            refusals.Add(ProvinceRefusals.FormInvalid.About("form", form, LongestForm));
        }
    }
}
