using RegionLink.Domain.Common;

namespace RegionLink.Domain.Provinces;

/// <summary>Orders a province understands.</summary>
public abstract record ProvinceCommand
{
    private ProvinceCommand()
    {
    }

    /// <param name="ExistsFrom">First day of the unit; null when before recorded history.</param>
    /// <param name="ExistsUntil">Last day of the unit; null while it exists.</param>
    /// <param name="Illustrative">The year is opened for sample data.</param>
    public sealed record OpenFiscalYear(int Year, DateOnly? ExistsFrom, DateOnly? ExistsUntil, bool Illustrative = false) : ProvinceCommand;

    /// <param name="Form">Name of the reporting form, any case; blanks around it do not matter.</param>
    /// <param name="ConfirmScaleJump">Why an amount a thousand or a million times off the province's other totals is right; null when nobody was asked.</param>
    public sealed record RecordTotal(
        int Year,
        BudgetStage Stage,
        string Form,
        Money Amount,
        Origin Origin,
        string Source,
        bool Illustrative = false,
        string? ConfirmScaleJump = null) : ProvinceCommand;

    public sealed record WithdrawTotal(int Year, BudgetStage Stage, string Form, string Reason) : ProvinceCommand;

    public sealed record CloseFiscalYear(int Year) : ProvinceCommand;

    public sealed record ReopenFiscalYear(int Year, string Reason) : ProvinceCommand;

    /// <param name="Levels">Kinds that are not named keep their level.</param>
    public sealed record SetSharing(IReadOnlyDictionary<SharedKind, SharingLevel> Levels) : ProvinceCommand;
}
