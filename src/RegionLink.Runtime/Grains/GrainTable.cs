using Npgsql;

namespace RegionLink.Runtime.Grains;

/// <summary>
/// The read table that has one row per grain, each column with how its value follows from the state. Rows of grains that are committed
/// together are written by one statement, which costs PostgreSQL a fraction of one statement each; an older row never overwrites a newer.
/// </summary>
/// <param name="name">Name of the table; its columns <c>key</c> and <c>version</c> come by themselves.</param>
public sealed class GrainTable<TState, TEvent>(string name) : IGrainTable
    where TState : class
    where TEvent : class
{
    private readonly List<GrainColumn> _columns = [GrainColumn.Text("key", isFixed: true), GrainColumn.Long("version", isFixed: false)];
    private readonly List<Func<Written<TState, TEvent>, object?>> _values = [w => w.Key, w => w.Version];
    private string? _upsert;

    /// <summary>A column and its value, by the type the column declares; null is SQL's null.</summary>
    public GrainTable<TState, TEvent> With(GrainColumn column, Func<Written<TState, TEvent>, object?> value)
    {
        _columns.Add(column);
        _values.Add(value);
        return this;
    }

    /// <summary>The row a write leads to.</summary>
    public GrainRow Row(Written<TState, TEvent> written) => new(this, _values.ConvertAll(value => value(written)));

    /// <inheritdoc/>
    public NpgsqlBatchCommand Upsert(IReadOnlyList<GrainRow> rows)
    {
        var statement = new NpgsqlBatchCommand(_upsert ??= UpsertText());
        for (var i = 0; i < _columns.Count; i++)
        {
            statement.Parameters.Add(_columns[i].Parameter(rows, i));
        }

        return statement;
    }

    private string UpsertText()
    {
        var changing = _columns.Where(c => !c.IsFixed).Select(c => c.Name).ToList();
        return $"""
            insert into {name} ({string.Join(", ", _columns.Select(c => c.Name))})
            select {string.Join(", ", _columns.Select(c => c.Selected))}
              from unnest({string.Join(", ", _columns.Select((_, i) => $"${i + 1}"))}) as r ({string.Join(", ", _columns.Select(c => c.Name))})
            on conflict (key) do update
               set ({string.Join(", ", changing)})
                 = ({string.Join(", ", changing.Select(c => $"excluded.{c}"))})
             where {name}.version < excluded.version
            """;
    }
}

/// <summary>A <see cref="GrainTable{TState,TEvent}"/> whatever its grain.</summary>
public interface IGrainTable
{
    /// <summary>One statement that brings these rows, of this table and of different grains, to where they are newer.</summary>
    NpgsqlBatchCommand Upsert(IReadOnlyList<GrainRow> rows);
}

/// <summary>One row to be written.</summary>
/// <param name="Values">In the order of the table's columns.</param>
public sealed record GrainRow(IGrainTable Table, IReadOnlyList<object?> Values);
