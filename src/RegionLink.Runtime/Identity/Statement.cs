using Npgsql;
using NpgsqlTypes;

namespace RegionLink.Runtime.Identity;

/// <summary>Statements of this folder, run as one batch, which PostgreSQL takes as one transaction.</summary>
internal static class Statement
{
    public static NpgsqlBatchCommand Of(string sql, params IEnumerable<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        }

        return command;
    }

    /// <summary>A text that may be null; PostgreSQL must be told the type of a null.</summary>
    public static NpgsqlParameter Text(string? value) => new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    public static NpgsqlParameter Texts(IEnumerable<string>? value) =>
        new() { Value = value?.ToArray() ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    /// <summary>Runs them in one transaction.</summary>
    /// <returns>The rows changed by all of them.</returns>
    public static async Task<int> RunAsync(this NpgsqlDataSource database, IEnumerable<NpgsqlBatchCommand> statements, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(statement);
        }

        return await batch.ExecuteNonQueryAsync(ct);
    }
}
