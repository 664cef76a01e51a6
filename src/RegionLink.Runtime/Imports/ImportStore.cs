using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;

namespace RegionLink.Runtime.Imports;

/// <summary>Keeps what became of imports in the tables <c>import</c>, <c>import_fault</c> and <c>import_row</c>.</summary>
public sealed class ImportStore(NpgsqlDataSource dataSource)
{
    /// <summary>An import without a sign of life for this long was interrupted.</summary>
    public static readonly TimeSpan Interrupted = TimeSpan.FromMinutes(1);

    private const string Insert = """
        insert into import (id, kind, unit, file_name, file_hash, size_bytes, dry_run, good_rows, by, status, stage, created_at, beat_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'running', 'load', now(), now())
        on conflict (id) do nothing
        """;

    private const string SelectSame = """
        select true
          from import
         where id = $1
           and kind = $2
           and file_hash = $3
           and dry_run = $4
           and good_rows = $5
           and by = $6
        """;

    private const string SelectFaults = """
        select sheet, cell, row_number, value, code, vi, en, remedy_vi, remedy_en
          from import_fault
         where import = $1
           and not notice
         order by position
         limit $2
        """;

    private const string Beat = "update import set stage = $2, rows_read = $3, rows_done = $4, beat_at = now() where id = $1";

    private const string End = """
        update import
           set status = $2, stage = 'end', rows_read = $3, rows_done = $4, counts = $5, questions = $6, failure = $7, beat_at = now(), finished_at = now()
         where id = $1
        """;

    private const string Select = """
        select kind, unit, file_name, file_hash, size_bytes, dry_run, good_rows, by, status, stage, rows_read, rows_done,
               counts, questions, failure, created_at, finished_at, status = 'running' and beat_at < now() - $2
          from import
         where id = $1
        """;

    private static readonly JsonSerializerOptions Json = JsonOptions();

    /// <summary>Makes the import known; false when the id is taken.</summary>
    public async Task<bool> BeginAsync(Guid id, ImportRequest request, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(Insert);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = request.Kind });
        command.Parameters.Add(new() { Value = (object?)request.Scope.Unit?.ToString() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = request.Scope.FileName });
        command.Parameters.Add(new() { Value = request.Scope.FileHash });
        command.Parameters.Add(new() { Value = request.SizeBytes });
        command.Parameters.Add(new() { Value = request.DryRun });
        command.Parameters.Add(new() { Value = request.GoodRows });
        command.Parameters.Add(new() { Value = request.Scope.Context.By.ToString() });
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    /// <summary>Whether the import of this id is the same request.</summary>
    public async Task<bool> IsSameAsync(Guid id, ImportRequest request, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(SelectSame);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = request.Kind });
        command.Parameters.Add(new() { Value = request.Scope.FileHash });
        command.Parameters.Add(new() { Value = request.DryRun });
        command.Parameters.Add(new() { Value = request.GoodRows });
        command.Parameters.Add(new() { Value = request.Scope.Context.By.ToString() });
        return await command.ExecuteScalarAsync(ct) is true;
    }

    public async Task<IReadOnlyList<ImportFault>> FirstFaultsAsync(Guid id, int most, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(SelectFaults);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = most });
        await using var row = await command.ExecuteReaderAsync(ct);
        var faults = new List<ImportFault>();
        while (await row.ReadAsync(ct))
        {
            faults.Add(new(
                Text(0), Text(1), row.IsDBNull(2) ? null : row.GetInt32(2), Text(3), row.GetString(4), row.GetString(5), row.GetString(6), Text(7), Text(8)));
        }

        return faults;

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }

    public async Task BeatAsync(Guid id, ImportProgress progress, int read, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(Beat);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = ProjectionStatement.WordOf(progress.Stage) });
        command.Parameters.Add(new() { Value = read });
        command.Parameters.Add(new() { Value = progress.Done });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Writes the outcome with all faults and changes in one transaction: a finished import is always whole.</summary>
    public async Task EndAsync(Guid id, ImportOutcome outcome, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await CopyFaultsAsync(connection, id, outcome.Faults, ct);
        await CopyRowsAsync(connection, id, outcome.Rows, ct);
        await using (var command = new NpgsqlCommand(End, connection, transaction))
        {
            command.Parameters.Add(new() { Value = id });
            command.Parameters.Add(new() { Value = ProjectionStatement.WordOf(outcome.Status) });
            command.Parameters.Add(new() { Value = outcome.Read });
            command.Parameters.Add(new() { Value = outcome.Done });
            command.Parameters.Add(new() { Value = JsonSerializer.Serialize(outcome.Counts, Json), NpgsqlDbType = NpgsqlDbType.Jsonb });
            command.Parameters.Add(new() { Value = JsonSerializer.Serialize(outcome.Questions, Json), NpgsqlDbType = NpgsqlDbType.Jsonb });
            command.Parameters.Add(new() { Value = (object?)outcome.Failure ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            await command.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>The import, or null when there is none. One that shows no sign of life is reported as failed.</summary>
    public async Task<ImportReport?> ReadAsync(Guid id, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(Select);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = Interrupted });
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
        {
            return null;
        }

        var interrupted = row.GetBoolean(17);
        return new ImportReport(
            id,
            row.GetString(0),
            row.IsDBNull(1) ? null : UnitKey.Parse(row.GetString(1)),
            row.GetString(2),
            Convert.ToHexStringLower(row.GetFieldValue<byte[]>(3)),
            row.GetInt64(4),
            row.GetBoolean(5),
            row.GetBoolean(6),
            Actor.Parse(row.GetString(7)),
            interrupted ? ImportStatus.Failed : Enum.Parse<ImportStatus>(row.GetString(8), ignoreCase: true),
            Enum.Parse<ImportStage>(row.GetString(9), ignoreCase: true),
            row.GetInt32(10),
            row.GetInt32(11),
            row.IsDBNull(12) ? ImportCounts.None : JsonSerializer.Deserialize<ImportCounts>(row.GetString(12), Json)!,
            row.IsDBNull(13) ? [] : JsonSerializer.Deserialize<IReadOnlyList<ImportQuestion>>(row.GetString(13), Json)!,
            interrupted ? "interrupted" : row.IsDBNull(14) ? null : row.GetString(14),
            row.GetFieldValue<DateTimeOffset>(15),
            row.IsDBNull(16) ? null : row.GetFieldValue<DateTimeOffset>(16));
    }

    private static async Task CopyFaultsAsync(NpgsqlConnection connection, Guid id, IReadOnlyList<ImportFault> faults, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy import_fault (import, position, sheet, cell, row_number, value, code, vi, en, remedy_vi, remedy_en, notice) from stdin (format binary)", ct);
        for (var i = 0; i < faults.Count; i++)
        {
            var fault = faults[i];
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(id, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(i + 1, NpgsqlDbType.Integer, ct);
            await TextAsync(fault.Sheet);
            await TextAsync(fault.Cell);
            await (fault.Row is { } row ? copy.WriteAsync(row, NpgsqlDbType.Integer, ct) : copy.WriteNullAsync(ct));
            await TextAsync(fault.Value);
            await TextAsync(fault.Code);
            await TextAsync(fault.Vi);
            await TextAsync(fault.En);
            await TextAsync(fault.RemedyVi);
            await TextAsync(fault.RemedyEn);
            await copy.WriteAsync(fault.IsNotice, NpgsqlDbType.Boolean, ct);
        }

        await copy.CompleteAsync(ct);

        // PostgreSQL cannot hold the character 0 and refuses unpaired surrogates; a file may bring either.
        Task TextAsync(string? text) => text is null ? copy.WriteNullAsync(ct) : copy.WriteAsync(Storable(text), NpgsqlDbType.Text, ct);
    }

    private static async Task CopyRowsAsync(NpgsqlConnection connection, Guid id, IReadOnlyList<PlannedRow> rows, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy import_row (import, row_number, key, change, fields) from stdin (format binary)", ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(id, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(row.Row.Row, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(Storable(row.Key), NpgsqlDbType.Text, ct);
            await copy.WriteAsync(ProjectionStatement.WordOf(row.Change), NpgsqlDbType.Text, ct);
            await copy.WriteAsync(JsonSerializer.Serialize(row.Fields, Json).Replace("\\u0000", "", StringComparison.Ordinal), NpgsqlDbType.Jsonb, ct);
        }

        await copy.CompleteAsync(ct);
    }

    private static string Storable(string text) => text.Contains('\0', StringComparison.Ordinal) || HasLoneSurrogate(text)
        ? string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0))
        : text;

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i))
            {
                return true;
            }

            i += char.IsHighSurrogate(text[i]) ? 1 : 0;
        }

        return false;
    }

    private static JsonSerializerOptions JsonOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        DomainJson.AddConverters(options.Converters);
        return options;
    }
}

/// <summary>How an import ended.</summary>
/// <param name="Rows">Rows that could be placed, with what they change.</param>
public sealed record ImportOutcome(
    ImportStatus Status,
    int Read,
    int Done,
    ImportCounts Counts,
    IReadOnlyList<ImportFault> Faults,
    IReadOnlyList<PlannedRow> Rows,
    IReadOnlyList<ImportQuestion> Questions,
    string? Failure = null);
