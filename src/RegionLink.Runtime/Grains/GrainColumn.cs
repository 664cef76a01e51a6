using Npgsql;
using NpgsqlTypes;

namespace RegionLink.Runtime.Grains;

/// <summary>A column of a <see cref="IGrainTable"/>: many rows of it travel as one array.</summary>
/// <param name="Name">As in the table.</param>
/// <param name="IsFixed">Set when the row appears, never changed.</param>
public abstract record GrainColumn(string Name, bool IsFixed)
{
    /// <summary>What the statement selects of a row.</summary>
    internal virtual string Selected => $"r.{Name}";

    /// <summary>Value: text or null.</summary>
    public static GrainColumn Text(string name, bool isFixed = false) => new Of<string?>(name, isFixed, NpgsqlDbType.Text);

    /// <summary>Value: <see cref="long"/> or null.</summary>
    public static GrainColumn Long(string name, bool isFixed = false) => new Of<long?>(name, isFixed, NpgsqlDbType.Bigint);

    /// <summary>Value: <see cref="int"/> or null.</summary>
    public static GrainColumn Int(string name, bool isFixed = false) => new Of<int?>(name, isFixed, NpgsqlDbType.Integer);

    /// <summary>Value: <see cref="decimal"/> or null.</summary>
    public static GrainColumn Number(string name, bool isFixed = false) => new Of<decimal?>(name, isFixed, NpgsqlDbType.Numeric);

    /// <summary>Value: <see cref="DateOnly"/> or null.</summary>
    public static GrainColumn Date(string name, bool isFixed = false) => new Of<DateOnly?>(name, isFixed, NpgsqlDbType.Date);

    /// <summary>Value: <see cref="bool"/> or null.</summary>
    public static GrainColumn Flag(string name, bool isFixed = false) => new Of<bool?>(name, isFixed, NpgsqlDbType.Boolean);

    /// <summary>Value: UTC <see cref="DateTime"/> or null.</summary>
    public static GrainColumn Instant(string name, bool isFixed = false) => new Of<DateTime?>(name, isFixed, NpgsqlDbType.TimestampTz);

    /// <summary>Value: UTF-8 bytes of JSON or null.</summary>
    public static GrainColumn Jsonb(string name, bool isFixed = false) => new Of<byte[]?>(name, isFixed, NpgsqlDbType.Jsonb);

    /// <summary>A column that is an array itself. Value: the literal of <see cref="ArrayLiteral"/>; arrays of arrays of unequal length cannot travel.</summary>
    /// <param name="type">PostgreSQL's name of the column's type, <c>text[]</c>.</param>
    public static GrainColumn Array(string name, string type, bool isFixed = false) => new ArrayColumn(name, isFixed, type);

    internal abstract NpgsqlParameter Parameter(IReadOnlyList<GrainRow> rows, int index);

    private record Of<TElement>(string Name, bool IsFixed, NpgsqlDbType Type) : GrainColumn(Name, IsFixed)
    {
        internal override NpgsqlParameter Parameter(IReadOnlyList<GrainRow> rows, int index)
        {
            var elements = new TElement[rows.Count];
            for (var i = 0; i < elements.Length; i++)
            {
                elements[i] = (TElement)rows[i].Values[index]!;
            }

            return new NpgsqlParameter<TElement[]> { TypedValue = elements, NpgsqlDbType = NpgsqlDbType.Array | Type };
        }
    }

    private sealed record ArrayColumn(string Name, bool IsFixed, string SqlType) : Of<string?>(Name, IsFixed, NpgsqlDbType.Text)
    {
        internal override string Selected => $"r.{Name}::{SqlType}";
    }
}
