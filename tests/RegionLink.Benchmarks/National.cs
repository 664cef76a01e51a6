using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Domain.Common;
using RegionLink.Domain.Units;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Benchmarks;

/// <summary>
/// A country of the size of Viet Nam since 2025-07-01, made up: 34 provinces and 3,321 communes under a region of their own, beside what the
/// provinces folder holds. No figure in it means anything.
/// </summary>
internal static class National
{
    public const string Region = "benchmark";
    public const int Provinces = 34;
    public const int Communes = 3_321;

    private static readonly DateOnly From = new(2025, 7, 1);

    public static string ProvinceKey(int number) => string.Create(CultureInfo.InvariantCulture, $"{number + 1:00}@2025-07-01");

    public static string CommuneKey(int number) => string.Create(CultureInfo.InvariantCulture, $"{number + 1:00000}@2025-07-01");

    public static async Task LoadAsync(BenchServer server, CancellationToken ct)
    {
        var (book, mistakes) = ProvinceBookReader.Read(ProvinceFolder.Find() ?? throw new InvalidOperationException("No provinces folder."));
        var known = book ?? throw new InvalidOperationException(string.Join("; ", mistakes));
        var store = server.Services.GetRequiredService<ReferenceStore>();
        await store.LoadAsync(known with { Hash = [.. known.Hash.Reverse()], Units = [.. known.Units, .. Units()] }, ct);
        await server.Services.GetRequiredService<ReferenceCache>().RefreshAsync(ct);
        await server.Services.GetRequiredService<PublishedFacts>().LoadAsync(known, ct);
    }

    private static IEnumerable<UnitEntry> Units()
    {
        yield return Entry(new Unit(UnitKey.Parse($"{Region}@origin"), null, UnitKind.Region, "Đo hiệu năng", "Benchmark", "VN"));
        for (var i = 0; i < Provinces; i++)
        {
            yield return Entry(new Unit(Key(ProvinceKey(i)), null, UnitKind.Province, $"Số {i + 1}", $"Province {i + 1}", Region));
        }

        for (var i = 0; i < Communes; i++)
        {
            yield return Entry(new Unit(Key(CommuneKey(i)), null, UnitKind.RuralCommune, $"Số {i + 1}", $"Commune {i + 1}", Key(ProvinceKey(i % Provinces)).Code));
        }

        static UnitKey Key(string text) => new(UnitKey.Parse(text).Code, From);
        static UnitEntry Entry(Unit unit) => new(unit, Source: null);
    }
}
