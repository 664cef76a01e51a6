using RegionLink.Domain.Common;

namespace RegionLink.Domain.Units;

/// <summary>One version of an administrative unit: a territory with a name and a status, for a stretch of days.</summary>
/// <param name="Key">Code and first day.</param>
/// <param name="ValidTo">Last day, inclusive; null while it holds.</param>
/// <param name="Kind">Status by law; the level follows from it.</param>
/// <param name="NameVi">Name without the word for the kind, as officially spelt: <c>Đồng Nai</c>.</param>
/// <param name="NameEn">English name, with the word for the kind where English needs one.</param>
/// <param name="ParentCode">Code of the unit above, whichever version of it is in force on the day asked for; null for the nation.</param>
public sealed record Unit(UnitKey Key, DateOnly? ValidTo, UnitKind Kind, string NameVi, string NameEn, string? ParentCode)
{
    public UnitLevel Level => Kind.Level();

    /// <summary>The name people use in full: <c>Thành phố Đồng Nai</c>.</summary>
    public string FullNameVi => Kind.VietnameseWord() is { } word ? $"{word} {NameVi}" : NameVi;

    /// <summary>First day, with the open start as the earliest day there is; for comparing only.</summary>
    public DateOnly Start => Key.ValidFrom ?? DateOnly.MinValue;

    /// <summary>Last day, with the open end as the latest day there is; for comparing only.</summary>
    public DateOnly End => ValidTo ?? DateOnly.MaxValue;

    public bool HoldsOn(DateOnly day) => Start <= day && day <= End;
}
