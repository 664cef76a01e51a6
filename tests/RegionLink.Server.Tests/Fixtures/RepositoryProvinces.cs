using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Server.Tests.Fixtures;

/// <summary>The provinces folder of this repository, read once.</summary>
internal static class RepositoryProvinces
{
    public static readonly string Folder =
        ProvinceFolder.Find() ?? throw new InvalidOperationException("There is no provinces folder above the tests.");

    private static readonly Lazy<ProvinceBook> Read = new(() =>
    {
        var (book, mistakes) = ProvinceBookReader.Read(Folder);
        return book ?? throw new InvalidOperationException(string.Join('\n', mistakes));
    });

    public static ProvinceBook Book => Read.Value;
}
