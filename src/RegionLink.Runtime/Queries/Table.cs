namespace RegionLink.Runtime.Queries;

/// <summary>
/// One list of the API: which columns there are and where they come from. Filters, sorting, paging, files and who sees which row follow
/// from this description; every piece of SQL in it is a constant of the program.
/// </summary>
/// <param name="Name">Name of the list and of its files, as in the address: <c>projects</c>.</param>
/// <param name="From">From-clause, e.g. <c>project p</c>.</param>
/// <param name="Key">Expression that names a row once and for all; text. What <c>ids=</c> asks for and what pages are cut by.</param>
/// <param name="Columns">In the order people read them.</param>
public sealed record Table(string Name, string From, string Key, IReadOnlyList<Column> Columns)
{
    /// <summary>Condition that always holds, such as <c>o.holds</c>; null for none.</summary>
    public string? Where { get; init; }

    /// <summary>Values of <c>$1</c>, <c>$2</c>… in the SQL of this list, for a list that answers a question with a value in it (as of a day).</summary>
    public IReadOnlyList<object> Parameters { get; init; } = [];

    /// <summary>The key is a 64-bit number, not text: pages of a large table are then cut by its index.</summary>
    public bool NumericKey { get; init; }

    /// <summary>Who may read the rows; null when they are public.</summary>
    public Sharing? Sharing { get; init; }

    /// <summary>Column to sort by when the caller names none; a leading minus for descending. Empty sorts by key.</summary>
    public string DefaultSort { get; init; } = "";

    public Column? Find(string name) => Columns.FirstOrDefault(c => c.Name == name);
}

/// <summary>How the rows of a list are shared.</summary>
/// <param name="Unit">Expression for the unit a row belongs to (text of its key).</param>
/// <param name="Kind">Kind of data in the unit's sharing settings: <c>projects</c>, <c>budgetLines</c>, <c>observations</c>, <c>reports</c>.</param>
/// <param name="Default">Level of a unit that said nothing: <c>public</c>, <c>region</c> or <c>private</c>.</param>
public sealed record Sharing(string Unit, string Kind, string Default = "region");

/// <summary>One column of a list.</summary>
/// <param name="Name">Name in JSON, in filters and in sorting; camelCase.</param>
/// <param name="Sql">Expression.</param>
/// <param name="Vi">Heading in Vietnamese, with the unit of measure where there is one.</param>
/// <param name="En">Heading in English.</param>
public sealed record Column(string Name, string Sql, ColumnType Type, string Vi, string En)
{
    /// <summary>Expression that <c>name.contains=</c> searches, with <see cref="Normalise"/> applied to what is searched for; null: plain, without case.</summary>
    public string? SearchSql { get; init; }

    public Func<string, string>? Normalise { get; init; }

    /// <summary>
    /// Function of the database that gives the keys of rows whose text holds a given one, both as <see cref="Domain.Common.VietnameseSearch.Bare"/> writes them, by an
    /// index; null when there is none.
    /// </summary>
    public string? KeysHolding { get; init; }

    /// <summary>Expression to sort by instead, so that an index can: the same order wherever the column has a value, and of the same type. Null: the column's own.</summary>
    public string? OrderSql { get; init; }

    internal string SortSql => OrderSql ?? Sql;

    /// <summary>Whether rows may be sorted by it. Off for columns without an index on large tables.</summary>
    public bool Sortable { get; init; } = true;
}

/// <summary>What a column holds, and how it is written.</summary>
public enum ColumnType
{
    Text,

    /// <summary>64-bit whole number.</summary>
    Integer,

    /// <summary>Whole đồng, 64 bits.</summary>
    Money,

    /// <summary>Exact decimal number (PostgreSQL numeric).</summary>
    Decimal,
    Boolean,

    /// <summary>yyyy-MM-dd.</summary>
    Date,

    /// <summary>A moment, UTC.</summary>
    Instant,

    /// <summary>Array of text.</summary>
    TextList,

    /// <summary>JSON as stored; not for filters or sorting.</summary>
    Json,
}
