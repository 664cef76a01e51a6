using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using RegionLink.Domain.Observations;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;

namespace RegionLink.Runtime.Observations;

/// <summary>
/// Records batches of observations. A batch is one event; its rows go into the fact table in the same transaction, all of them or none.
/// What is known already is not written again, what differs closes the earlier row and opens a new one.
/// </summary>
public sealed class ObservationBatches(NpgsqlDataSource dataSource)
{
    /// <summary>From here on it is worth asking whether the whole file is new, and copying it without looking up each value.</summary>
    private const int BulkRows = 2_000;

    private const int SampleRows = 500;

    private const string SelectCommand = """
        select c.stream, c.body_hash, b.id, b.number, b.rows, b.added, b.revised, b.unchanged
          from command c
          left join observation_batch b on c.stream = 'observation-batch/' || b.id
         where c.id = $1
        """;

    private const string LockTitle = "select pg_advisory_xact_lock(hashtextextended($1, 7203))";

    // Writers of the same metric wait for each other, in one order; the unique index is the guard behind it.
    private const string LockMetrics = "select pg_advisory_xact_lock(hashtextextended(m, 7204)) from unnest($1) as m";

    private const string SelectLast = "select id, file_hash from observation_batch where title = $1 order by number desc limit 1";

    private const string NextNumber = "select nextval('observation_batch_number')::integer";

    private const string Close = "update observation set superseded_by = $1 where id = any($2)";

    /// <summary>Records what a sheet says.</summary>
    /// <param name="checks">What is looked at before values are written; null for what was looked at elsewhere.</param>
    /// <exception cref="OutageException">The database went away; whether the batch was recorded can be asked with the same command id.</exception>
    public async Task<BatchAnswer> RecordAsync(
        ObservationSheet sheet, ObservationBatch batch, CommandEnvelope envelope, CancellationToken ct, EntryChecks? checks = null)
    {
        if (sheet.FaultCount > 0)
        {
            return new BatchAnswer.Refused(sheet.Faults, sheet.FaultCount);
        }

        await using var connection = await dataSource.OpenConnectionAsync(ct);
        if (envelope.Id is { } id && await SeenAsync(connection, id, ct) is { } seen)
        {
            return seen;
        }

        try
        {
            return await WriteAsync(connection, sheet, batch, envelope, checks, ct);
        }
        catch (PostgresException e) when (e is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "command_seen" })
        {
            // The same request came twice at once; the other one was faster.
            return await SeenAsync(connection, envelope.Id!, ct) ?? throw new InvalidOperationException("A command id is taken and not there.", e);
        }
    }

    private static async Task<BatchAnswer?> SeenAsync(NpgsqlConnection connection, CommandId id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(SelectCommand, connection) { Parameters = { new() { Value = id.Value } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            return null;
        }

        return reader.GetFieldValue<byte[]>(1).AsSpan().SequenceEqual(id.BodyHash) && !reader.IsDBNull(2)
            ? new BatchAnswer.Recorded(
                reader.GetString(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6), reader.GetInt32(7), Replayed: true)
            : new BatchAnswer.KeyReused();
    }

    private static async Task<BatchAnswer> WriteAsync(
        NpgsqlConnection connection, ObservationSheet sheet, ObservationBatch batch, CommandEnvelope envelope, EntryChecks? checks, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        string? previous = null;
        if (batch.FileHash is { } fileHash)
        {
            await ExecuteAsync(connection, LockTitle, ct, batch.Title);
            var last = await LastAsync(connection, batch.Title, ct);
            if (last?.FileHash == Convert.ToHexStringLower(fileHash))
            {
                return new BatchAnswer.NothingNew(last.Value.Id, sheet.RowCount);
            }

            previous = last?.Id;
        }

        object metrics = sheet.Metrics.Order(StringComparer.Ordinal).ToArray();
        await ExecuteAsync(connection, LockMetrics, ct, metrics);
        var numbers = await SheetNumbers.FindAsync(connection, sheet, ct);
        var number = (int)(await ScalarAsync(connection, NextNumber, ct))!;

        var (written, closed, hash, refused, confirmed) = await WriteRowsAsync(connection, transaction, sheet, batch, number, numbers, checks, ct);
        if (refused is not null)
        {
            return refused;
        }

        if (written == 0)
        {
            return new BatchAnswer.NothingNew(null, sheet.RowCount);
        }

        var id = IdOf(batch, previous, envelope);
        var fact = new ObservationBatchEvent.Recorded(
            number,
            batch.FileHash is null ? "" : Convert.ToHexStringLower(batch.FileHash),
            hash,
            sheet.RowCount,
            written - closed,
            closed,
            sheet.RowCount - written,
            batch.Origin,
            batch.Published,
            batch.Illustrative,
            batch.Title,
            confirmed.IsEmpty ? null : confirmed);
        await LogAsync(connection, id, fact, envelope, ct);
        await transaction.CommitAsync(ct);
        return new BatchAnswer.Recorded(id, number, fact.Rows, fact.Added, fact.Revised, fact.Unchanged, Replayed: false);
    }

    /// <summary>
    /// A large file is mostly all new. A sample of its values tells; then every row is copied at once, and should the unique index object
    /// after all, the copy is undone and the rows are looked up one by one.
    /// </summary>
    private static async Task<(int Written, int Closed, string Hash, BatchAnswer.Refused? Refused, ImmutableArray<ConfirmedJump> Confirmed)> WriteRowsAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, ObservationSheet sheet, ObservationBatch batch, int number, SheetNumbers numbers,
        EntryChecks? checks, CancellationToken ct)
    {
        var all = Enumerable.Range(0, sheet.RowCount).ToArray();
        if (sheet.RowCount >= BulkRows)
        {
            var step = sheet.RowCount / SampleRows;
            var sample = all.Where(place => place % step == 0).ToArray();
            var allNew = (await KnownRows.FindAsync(connection, sheet, sample, numbers, ct)).Count == 0;
            ImmutableArray<ConfirmedJump> vouched = [];
            if (allNew && checks is not null)
            {
                // Taking every row for new, as the copy does. What it finds may be wrong then, so it is looked for again below, row by row.
                var looked = await checks.LookAsync(connection, sheet, numbers, batch.Illustrative, Array.ConvertAll(all, place => (place, (KnownRow?)null)), ct);
                (allNew, vouched) = (looked.FaultCount == 0, looked.Confirmed);
            }

            if (allNew)
            {
                await transaction.SaveAsync("all_new", ct);
                try
                {
                    var written = Array.ConvertAll(all, place => new WrittenRow(place, 1));
                    return (written.Length, 0, await SheetWriter.WriteAsync(connection, sheet, number, written, numbers, ct), null, vouched);
                }
                catch (PostgresException e) when (e is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "observation_now" })
                {
                    await transaction.RollbackAsync("all_new", ct);
                }
            }
        }

        var known = await KnownRows.FindAsync(connection, sheet, all, numbers, ct);
        var (rows, closed, faults) = (new List<WrittenRow>(), new List<long>(), new List<RowFault>());
        ImmutableArray<ConfirmedJump> confirmed = [];
        var faultCount = 0;
        foreach (var place in all)
        {
            var row = sheet.Rows[place];
            if (!known.TryGetValue(place, out var before))
            {
                rows.Add(new WrittenRow(place, 1));
            }
            else if (batch.Illustrative && !before.Illustrative)
            {
                faults.Add(new RowFault(row.Line, null, null, ObservationRefusals.IllustrativeOverReal.With()));
            }
            else if (!before.Says(row, sheet, numbers, batch.Illustrative))
            {
                rows.Add(new WrittenRow(place, before.Revision + 1));
                closed.Add(before.Id);
            }
        }

        if (checks is not null)
        {
            var looked = await checks.LookAsync(
                connection, sheet, numbers, batch.Illustrative, rows.ConvertAll(r => (r.Place, known.GetValueOrDefault(r.Place))), ct);
            faults.AddRange(looked.Faults);
            faultCount = looked.FaultCount - looked.Faults.Count;
            confirmed = looked.Confirmed;
        }

        faultCount += faults.Count;
        if (faultCount > 0 || rows.Count == 0)
        {
            var refused = new BatchAnswer.Refused([.. faults.OrderBy(f => f.Line).Take(ObservationSheet.MostFaultsKept)], faultCount);
            return (0, 0, "", faultCount > 0 ? refused : null, confirmed);
        }

        await ExecuteAsync(connection, Close, ct, number, closed.ToArray());
        return (rows.Count, closed.Count, await SheetWriter.WriteAsync(connection, sheet, number, rows, numbers, ct), null, confirmed);
    }

    private static async Task LogAsync(
        NpgsqlConnection connection, string id, ObservationBatchEvent.Recorded fact, CommandEnvelope envelope, CancellationToken ct)
    {
        var logged = ObservationBatchLog.Event(id, fact, envelope);
        await using var statements = new NpgsqlBatch(connection);
        statements.BatchCommands.Add(EventInsert.Events([logged]));
        if (envelope.Id is { } command)
        {
            statements.BatchCommands.Add(EventInsert.Commands([(command, logged)]));
        }

        statements.BatchCommands.Add(ObservationBatchLog.Row(id, fact, envelope.Context.By, envelope.Context.At));
        await statements.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The same file after another one of the same title is a new batch, so its predecessor is part of the name.</summary>
    private static string IdOf(ObservationBatch batch, string? previous, CommandEnvelope envelope) => batch.FileHash is { } hash
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{batch.Title}\n{Convert.ToHexStringLower(hash)}\n{previous}")).AsSpan(0, 16))
        : (envelope.Id?.Value ?? Guid.CreateVersion7()).ToString("n");

    private static async Task<(string Id, string FileHash)?> LastAsync(NpgsqlConnection connection, string title, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(SelectLast, connection) { Parameters = { new() { Value = title } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetString(0), reader.GetString(1)) : null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = Command(connection, sql, []);
        return await command.ExecuteScalarAsync(ct);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
