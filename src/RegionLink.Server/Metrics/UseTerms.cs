using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Server.Metrics;

/// <summary>What may be done with values that leave the platform; said inside every file, for a file is passed on without the page.</summary>
public static class UseTerms
{
    public static readonly Bilingual Published = new(
        "Dữ kiện đã công bố: được dùng tự do, cần trích dẫn nguồn.", "Published facts: free to use, cite the source.");

    public static readonly Bilingual Illustrative = new(
        "Dữ liệu minh họa: không được dùng như số thật.", "Illustrative data: must not be used as real.");

    public static readonly Bilingual All = new($"{Published.Vi} {Illustrative.Vi}", $"{Published.En} {Illustrative.En}");
}
