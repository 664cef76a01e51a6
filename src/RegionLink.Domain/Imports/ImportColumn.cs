namespace RegionLink.Domain.Imports;

/// <summary>A column of a template, the same on the way out and on the way in.</summary>
/// <param name="Key">Name of the field in the API; also understood as a header.</param>
/// <param name="Vi">Header in Vietnamese templates; without a money unit in brackets, which the file adds.</param>
/// <param name="En">Header in English templates.</param>
public sealed record ImportColumn(string Key, string Vi, string En, ColumnType Type)
{
    /// <summary>A row without it is refused.</summary>
    public bool Required { get; init; }

    /// <summary>Of a text, in characters.</summary>
    public int MaxLength { get; init; } = 1000;

    /// <summary>Smallest number allowed, inclusive; null for no bound. Money in đồng.</summary>
    public decimal? Min { get; init; }

    /// <summary>Largest number allowed, inclusive; null for no bound. Money in đồng.</summary>
    public decimal? Max { get; init; }

    /// <summary>What a choice may be; empty for other columns.</summary>
    public IReadOnlyList<AllowedValue> Allowed { get; init; } = [];

    public string HintVi { get; init; } = "";

    public string HintEn { get; init; } = "";

    /// <summary>In characters, as people see it.</summary>
    public int Width { get; init; } = 18;

    /// <summary>Travels with the row and is not for people.</summary>
    public bool Hidden { get; init; }

    /// <summary>Written by an export for the reader's sake and ignored on the way in.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Part of the key that says which thing a row is about.</summary>
    public bool Identity { get; init; }

    /// <summary>Once written it cannot be changed by a file.</summary>
    public bool Fixed { get; init; }

    /// <summary>Once there is a value, another may replace it; an empty cell may not.</summary>
    public bool Stays { get; init; }

    /// <summary>Says something about the import (a reason), is not part of what is held and not exported.</summary>
    public bool Passing { get; init; }

    /// <summary>Several texts, one a line.</summary>
    public bool Lines { get; init; }

    public string Title(Language language) => language == Language.Vi ? Vi : En;

    public string Hint(Language language) => language == Language.Vi ? HintVi : HintEn;
}

/// <summary>One value of a list.</summary>
/// <param name="Code">As the API names it; also understood in the file.</param>
public sealed record AllowedValue(string Code, string Vi, string En)
{
    public string Label(Language language) => language == Language.Vi ? Vi : En;
}

/// <summary>What a column holds.</summary>
public enum ColumnType
{
    Text,

    /// <summary>A whole number: a count, a year.</summary>
    Whole,

    Decimal,

    /// <summary>An amount, in the unit of the header or of the row's money unit column; whole đồng after conversion.</summary>
    Money,

    /// <summary>The unit of the row's amounts; empty for the header's unit, or đồng.</summary>
    MoneyUnit,

    Date,

    /// <summary>One of <see cref="ImportColumn.Allowed"/>, by code or by label in either language.</summary>
    Choice,
}

/// <summary>The languages of files and messages.</summary>
public enum Language
{
    Vi,
    En,
}
