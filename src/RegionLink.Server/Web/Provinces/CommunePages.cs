using RegionLink.Domain.Common;
using RegionLink.Domain.Units;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Http;
using RegionLink.Server.Web.Maps;

namespace RegionLink.Server.Web.Provinces;

/// <summary>The communes of a province, on a map and in a list.</summary>
internal static class CommunePages
{
    public static async Task<IResult> OneAsync(string unit, View view, ReferenceCache cache, Shapes shapes, CancellationToken ct)
    {
        var lineage = (await cache.GetAsync(ct)).Lineage;
        if (!UnitKey.TryParse(unit, out var key) || lineage.Find(key) is not { Level: UnitLevel.Province } province)
        {
            return Problem.NotFound(unit);
        }

        var day = province.End < view.Today ? province.End : view.Today;
        var communes = lineage.ChildrenOf(key.Code, day).OrderBy(c => c.Key).Select(c => CommuneRow.Of(c, lineage)).ToList();
        var typed = view.Http.Request.Query[CommunesModel.Parameter].ToString().Trim();
        return PageEndpoints.Page<CommunesPage>(
            (nameof(CommunesPage.Model), new CommunesModel(province, communes, Drawn(shapes.CommunesOf(key.Code, day), lineage, day), typed)));
    }

    /// <summary>Borders of the merger under the keys communes have on the day: one that only became a ward has another key and the same borders.</summary>
    private static Drawing? Drawn(Drawing? drawing, Lineage lineage, DateOnly day) => drawing is null
        ? null
        : drawing with { Shapes = [.. drawing.Shapes.Select(s => lineage.BecameBy(s.Key, day).ToList() is [var only] ? s with { Key = only.Unit.Key } : s)] };
}

/// <param name="Drawing">Shapes under the keys of the communes in the list. Null when the borders are not known.</param>
/// <param name="Typed">What the list is searched for; empty when all of it is wanted.</param>
public sealed record CommunesModel(Unit Province, IReadOnlyList<CommuneRow> Communes, Drawing? Drawing, string Typed)
{
    public const string Parameter = "name";

    public IReadOnlyList<CommuneRow> Found { get; } = [.. Communes.Where(c => c.IsMeantBy(Typed))];

    /// <summary>Provinces the communes came from, in the order of their codes; the place in the list chooses the colour.</summary>
    public IReadOnlyList<Unit> Former { get; } = [.. Communes.Select(c => c.Former).OfType<Unit>().DistinctBy(u => u.Key).OrderBy(u => u.Key)];
}

/// <summary>A commune and what it was made of.</summary>
/// <param name="Former">Province of the first of those; null when nothing is recorded.</param>
public sealed record CommuneRow(Unit Commune, IReadOnlyList<Unit> MadeOf, Unit? Former)
{
    private static readonly DateOnly LastDay = new(2025, 6, 30);

    /// <summary>By its name, its code or the name of anything it was made of: people look for the commune they knew.</summary>
    public bool IsMeantBy(string typed) =>
        Commune.Key.Code == typed || MadeOf.Append(Commune).Any(u => VietnameseSearch.Finds(typed, u.FullNameVi) || VietnameseSearch.Finds(typed, u.NameEn));

    public static CommuneRow Of(Unit commune, Lineage lineage)
    {
        IReadOnlyList<Unit> madeOf = [.. Before(commune, lineage).DistinctBy(u => u.Key).OrderBy(u => u.Key)];
        return new(commune, madeOf, madeOf.Select(u => lineage.ParentOf(u, u.End)).FirstOrDefault(p => p is not null));
    }

    /// <summary>What it was before the merger, however many steps that is back.</summary>
    private static IEnumerable<Unit> Before(Unit unit, Lineage lineage) => unit.Start <= LastDay
        ? [unit]
        : lineage.LinksTo(unit.Key).Select(l => lineage.Find(l.From)).OfType<Unit>().SelectMany(u => Before(u, lineage));
}
