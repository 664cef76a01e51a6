using RegionLink.Domain.Common;

namespace RegionLink.Domain.Provinces;

// STORED FORMAT. Names and fields below are rows in the event log of every installation.
// Add fields as optional; for a new meaning add a new event; never rename, reuse or delete.

/// <summary>Everything that has ever happened to a province.</summary>
public abstract record ProvinceEvent
{
    private ProvinceEvent()
    {
    }

    /// <summary>A fiscal year began to take totals and budget lines.</summary>
    /// <param name="Illustrative">Opened for sample data. A real opening of the same year may follow.</param>
    public sealed record FiscalYearOpened(int Year, bool Illustrative) : ProvinceEvent;

    /// <summary>The total expenditure of a year became known, or another amount than before.</summary>
    /// <param name="Replaced">The amount that stood there before; null when there was none.</param>
    /// <param name="ScaleJumpConfirmed">The answer to the question why the amount is a thousand or a million times off; null when nothing was asked.</param>
    public sealed record TotalRecorded(
        int Year,
        BudgetStage Stage,
        string Form,
        Money Amount,
        Origin Origin,
        string Source,
        bool Illustrative,
        Money? Replaced = null,
        string? ScaleJumpConfirmed = null) : ProvinceEvent;

    /// <summary>A total turned out to be wrong in kind (stage, form), not only in amount, and no longer stands.</summary>
    public sealed record TotalWithdrawn(int Year, BudgetStage Stage, string Form, Money Amount, string Reason) : ProvinceEvent;

    /// <summary>A fiscal year takes no more totals and lines.</summary>
    public sealed record FiscalYearClosed(int Year) : ProvinceEvent;

    /// <summary>A closed fiscal year takes totals and lines again.</summary>
    public sealed record FiscalYearReopened(int Year, string Reason) : ProvinceEvent;

    /// <summary>The province said who may read one kind of its data.</summary>
    public sealed record SharingSet(SharedKind Kind, SharingLevel Level) : ProvinceEvent;
}
