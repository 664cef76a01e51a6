using RegionLink.Domain.Common;

namespace RegionLink.Domain.Imports;

/// <summary>The unit amounts of a file are written in. Only the file's own header or unit column may name one; nothing is inferred from size.</summary>
/// <param name="Factor">Đồng in one unit.</param>
public sealed record MoneyUnit(string Vi, string En, long Factor)
{
    public static MoneyUnit Dong { get; } = new("đồng", "VND", 1);

    public static IReadOnlyList<MoneyUnit> All { get; } =
    [
        Dong,
        new("nghìn đồng", "thousand VND", 1_000),
        new("triệu đồng", "million VND", 1_000_000),
        new("tỷ đồng", "billion VND", 1_000_000_000),
    ];

    private static readonly Dictionary<string, MoneyUnit> Spellings = new(VietnameseText.Comparer)
    {
        ["đ"] = Dong, ["₫"] = Dong, ["đồng"] = Dong, ["vnd"] = Dong, ["vnđ"] = Dong,
        ["nghìn"] = All[1], ["nghìn đồng"] = All[1], ["ngàn"] = All[1], ["ngàn đồng"] = All[1], ["1.000 đồng"] = All[1], ["1.000đ"] = All[1],
        ["1000 đồng"] = All[1], ["1000đ"] = All[1], ["thousand vnd"] = All[1], ["thousand"] = All[1],
        ["triệu"] = All[2], ["triệu đồng"] = All[2], ["trđ"] = All[2], ["tr.đ"] = All[2], ["triệu vnd"] = All[2], ["million vnd"] = All[2], ["million"] = All[2],
        ["tỷ"] = All[3], ["tỷ đồng"] = All[3], ["tỉ"] = All[3], ["tỉ đồng"] = All[3], ["billion vnd"] = All[3], ["billion"] = All[3],
    };

    /// <summary>The unit a text names; null when it names none that is known. "ĐVT: triệu đồng" is understood.</summary>
    public static MoneyUnit? Named(string text)
    {
        var name = VietnameseText.Tidy(text);
        var colon = name.LastIndexOf(':');
        return Spellings.GetValueOrDefault(colon < 0 ? name : name[(colon + 1)..].Trim());
    }
}
