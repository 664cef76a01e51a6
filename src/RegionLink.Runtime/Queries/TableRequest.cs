using RegionLink.Domain.Common;

namespace RegionLink.Runtime.Queries;

/// <summary>What a caller asks of a list.</summary>
public sealed record TableRequest
{
    public const int DefaultLimit = 50;
    public const int MostRowsPerPage = 500;
    public const int MostIds = 500;

    /// <summary>Rows that first pages of many lists may hold together.</summary>
    public const int MostRowsOfEach = 10_000;

    public IReadOnlyList<Filter> Filters { get; init; } = [];

    /// <summary>Null sorts by key.</summary>
    public Column? Sort { get; init; }

    public bool Descending { get; init; }

    /// <summary>Rows of a page; null for all (files).</summary>
    public int? Limit { get; init; } = DefaultLimit;

    /// <summary>The last row of the page before; null for the first page. Reading backwards: the first row of the page after; null for the last page.</summary>
    public TableCursor? After { get; init; }

    /// <summary>The page ends before <see cref="After"/> instead of starting behind it. Its rows are in the order of the list all the same.</summary>
    public bool Backwards { get; init; }

    /// <summary>Column whose every value gets a first page of its own, so that the lists of many parents are read at once; null for one page.</summary>
    public Column? Each { get; init; }

    /// <summary>Only these keys; null for no such limit.</summary>
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Whether to count all matching rows as well.</summary>
    public bool WithTotal { get; init; }
}

/// <summary>One condition on a column. Several values are alternatives and only make sense with <see cref="FilterKind.Is"/>.</summary>
/// <param name="Values">Typed as the column: text, long, decimal, bool, DateOnly, DateTime (UTC).</param>
public sealed record Filter(Column Column, FilterKind Kind, IReadOnlyList<object> Values);

public enum FilterKind
{
    Is,
    Not,
    AtLeast,
    AtMost,
    Above,
    Below,
    Contains,

    /// <summary>Value true: has no value; false: has one.</summary>
    Missing,
}

/// <summary>Where a page ended.</summary>
/// <param name="Value">Value of the sort column there; null when it had none or when sorting by key.</param>
public sealed record TableCursor(object? Value, string Key);

/// <summary>Whose eyes look at a list.</summary>
/// <param name="Everything">Sees what units keep to themselves, too.</param>
/// <param name="Units">Units whose rows are seen in full.</param>
/// <param name="SignedIn">Sees what is shared inside the region.</param>
public sealed record TableViewer(bool Everything, IReadOnlyCollection<string> Units, bool SignedIn)
{
    private static readonly string[] ForEverybody = ["public"];
    private static readonly string[] ForSignedIn = ["public", "region"];
    private static readonly string[] All = ["public", "region", "private"];

    /// <summary>Nobody in particular: sees what is public.</summary>
    public static readonly TableViewer Anybody = new(Everything: false, [], SignedIn: false);

    /// <summary>A unit that looks at its own, whoever asks for it.</summary>
    public static TableViewer Of(UnitKey unit) => new(Everything: false, [unit.ToString()], SignedIn: false);

    /// <summary>The actor as stored, who sees what is nobody else's, such as the imports it sent; empty for nobody in particular.</summary>
    public string Self { get; init; } = "";

    /// <summary>Levels of sharing whose rows are seen, whoever's they are.</summary>
    public string[] Levels => Everything ? All : SignedIn ? ForSignedIn : ForEverybody;
}
