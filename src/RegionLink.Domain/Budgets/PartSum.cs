namespace RegionLink.Domain.Budgets;

/// <summary>Numerator and denominator while they are added up; null stands for "not known".</summary>
internal sealed record PartSum(LineSum? Lines, bool SampleLines, Int128? Total, bool SampleTotal)
{
    public bool Illustrative => SampleLines || SampleTotal;

    /// <summary>What the unit itself knows. Illustrative lines and totals stand in only where there are no real ones, and never beside them.</summary>
    public static PartSum Own(BudgetPart part, string? form, bool realOnly)
    {
        var sampleLines = !realOnly && part.Lines is null && part.IllustrativeLines is not null;
        var total = part.Totals
            .Where(t => t.Form == form && !(realOnly && t.Illustrative))
            .OrderBy(t => t.Illustrative)
            .FirstOrDefault();
        return new(sampleLines ? part.IllustrativeLines : part.Lines, sampleLines, total?.Amount.Vnd, total is { Illustrative: true });
    }

    /// <summary>Adds what is known on either side.</summary>
    public PartSum Plus(PartSum other) => new(
        Lines is { } mine && other.Lines is { } theirs ? mine + theirs : Lines ?? other.Lines,
        SampleLines || other.SampleLines,
        Total is { } a && other.Total is { } b ? checked(a + b) : Total ?? other.Total,
        SampleTotal || other.SampleTotal);

    public PartSum WithoutTotal() => this with { Total = null, SampleTotal = false };
}
