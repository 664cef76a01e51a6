using System.Data.Common;
using Dapper;
using Npgsql;

namespace RegionLink.Runtime.Queries;

/// <summary>Takes what several statements sent together found, one after the other.</summary>
internal static class ReaderRows
{
    /// <summary>All remaining rows of the present statement; goes on to the next.</summary>
    public static async Task<List<T>> TakeAsync<T>(this NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(row(reader));
        }

        await reader.NextResultAsync(ct);
        return rows;
    }

    /// <summary>The same, each row as a record whose parameters are called like the columns.</summary>
    public static Task<List<T>> TakeAsync<T>(this NpgsqlDataReader reader, CancellationToken ct)
    {
        Func<DbDataReader, T>? parse = null;
        return reader.TakeAsync(row => (parse ??= ((DbDataReader)row).GetRowParser<T>())(row), ct);
    }
}
