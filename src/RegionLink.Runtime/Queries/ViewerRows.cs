using Npgsql;

namespace RegionLink.Runtime.Queries;

/// <summary>What statements sent through <see cref="ViewerDatabase"/> find. May be given up before all is read.</summary>
public sealed class ViewerRows : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction? _moment;
    private readonly NpgsqlBatch _batch;

    internal ViewerRows(NpgsqlConnection connection, NpgsqlTransaction? moment, NpgsqlBatch batch, NpgsqlDataReader reader)
    {
        _connection = connection;
        _moment = moment;
        _batch = batch;
        Reader = reader;
    }

    /// <summary>Stands before the rows of the first statement.</summary>
    public NpgsqlDataReader Reader { get; }

    public async ValueTask DisposeAsync()
    {
        await Reader.DisposeAsync();
        await _batch.DisposeAsync();
        if (_moment is not null)
        {
            await _moment.DisposeAsync();
        }

        await _connection.DisposeAsync();
    }
}
