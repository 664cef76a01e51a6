using RegionLink.Domain.Common;
using RegionLink.Domain.Provinces;
using RegionLink.Runtime.Provinces;
using static RegionLink.Runtime.Grains.ProjectionStatement;

namespace RegionLink.Server.Provinces;

/// <summary>A province as the API shows it.</summary>
/// <param name="Sharing">Levels the province set itself, by kind of data; a kind that is not here shares by the platform's default.</param>
public sealed record ProvinceBody(
    UnitKey Unit, bool Illustrative, IReadOnlyList<FiscalYearView> FiscalYears, IReadOnlyDictionary<string, string> Sharing)
{
    public static ProvinceBody Of(ProvinceView province) => new(province.Unit, province.Illustrative, province.FiscalYears, province.Sharing);

    public static ProvinceBody Of(UnitKey unit, Province state) => new(
        unit,
        !state.Years.IsEmpty && state.Years.All(y => y.Illustrative),
        [.. state.Years.Select(Of)],
        state.Sharing.OrderBy(s => s.Key).ToDictionary(s => WordOf(s.Key), s => WordOf(s.Value)));

    public static FiscalYearView Of(FiscalYear year) => new(
        year.Year,
        year.Open,
        year.ReopenedBecause,
        year.Illustrative,
        [.. year.Totals.Select(t => new TotalView(WordOf(t.Stage), t.Form, t.Amount, WordOf(t.Origin), t.Source, t.ScaleJumpConfirmed, t.Illustrative))]);
}
