using Npgsql;
using NpgsqlTypes;
using RegionLink.Runtime.Grains;

namespace RegionLink.Runtime.Queries;

/// <summary>
/// The database as somebody may see it, and the only door for what is read for a caller: nothing can be asked here without saying whose eyes
/// look. Statements go as a role that the policies of the tables bind, so that one that forgets the rule of sharing finds no row it should not
/// (decision 0021). Where <see cref="SecondWall"/> could not be built they go as they are.
/// </summary>
public sealed class ViewerDatabase(NpgsqlDataSource dataSource, SecondWall wall)
{
    /// <summary>
    /// Settings of the transaction, which end with it. Commands sent together are one, whether it ends well, in an error or half-way: a connection
    /// cannot carry one viewer's settings to the next, although nothing resets connections between uses. Many are answered at once, so none
    /// gets workers of its own: to start them took twenty times what counting the late projects of a country does.
    /// </summary>
    private const string LookAs = $"""
        select set_config('role', '{SecondWall.Role}', true),
               set_config('regionlink.units', $1, true),
               set_config('regionlink.levels', $2, true),
               set_config('regionlink.actor', $3, true),
               set_config('max_parallel_workers_per_gather', '0', true)
        """;

    /// <summary>Sends the statements in one round trip.</summary>
    public Task<ViewerRows> ReadAsync(TableViewer viewer, CancellationToken ct, params IReadOnlyList<NpgsqlBatchCommand> statements) =>
        ReadAsync(viewer, ofOneMoment: false, statements, ct);

    /// <summary>The same, and all statements see one moment.</summary>
    public Task<ViewerRows> ReadOneMomentAsync(TableViewer viewer, CancellationToken ct, params IReadOnlyList<NpgsqlBatchCommand> statements) =>
        ReadAsync(viewer, ofOneMoment: true, statements, ct);

    private async Task<ViewerRows> ReadAsync(
        TableViewer viewer, bool ofOneMoment, IReadOnlyList<NpgsqlBatchCommand> statements, CancellationToken ct)
    {
        var walled = await wall.StandsAsync(ct);
        var connection = await dataSource.OpenConnectionAsync(ct);
        try
        {
            // Begun with the first command, not before: no round trip of its own.
            var moment = ofOneMoment ? await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct) : null;
            var batch = new NpgsqlBatch(connection, moment);
            foreach (var statement in walled ? [LookingAs(viewer), .. statements] : statements)
            {
                batch.BatchCommands.Add(statement);
            }

            var reader = await batch.ExecuteReaderAsync(ct);
            if (walled)
            {
                await reader.NextResultAsync(ct);
            }

            return new ViewerRows(connection, moment, batch, reader);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static NpgsqlBatchCommand LookingAs(TableViewer viewer) => new(LookAs)
    {
        Parameters = { Text(ArrayLiteral.Of(viewer.Units)), Text(ArrayLiteral.Of(viewer.Levels)), Text(viewer.Self) },
    };

    private static NpgsqlParameter Text(string value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text };
}
