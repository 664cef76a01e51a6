using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Imports;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Files;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Imports;
using RegionLink.Server.Web.Lists;

namespace RegionLink.Server.Web.Desk;

/// <summary>A report's file: checked first, with its faults beside what it would change, and written by a second press. The engine is the API's.</summary>
internal static class UploadPages
{
    private const string Address = "/desk/{period}/{unit}/file";
    private static readonly FileLimits Limits = new(SentFile.MostBytes, ExpandedBytes: 32 * 1024 * 1024, Rows: 5_000);

    public static void Map(IEndpointRouteBuilder pages)
    {
        // Taken in as far as the API takes it, so that whoever chose a large file is told so by a page and not by a broken connection.
        pages.MapForm(Address, CheckAsync).Requires(Right.EnterFigures).WithMetadata(new RequestSizeLimitAttribute(new FileLimits().Bytes));
        pages.MapForm($"{Address}/writing", WriteAsync).Requires(Right.EnterFigures);
    }

    private static async Task<IResult> CheckAsync(
        string period, string unit, View view, ReportShelf shelf, FileImports imports, TableReader tables, CancellationToken ct)
    {
        if (await shelf.FindAsync(period, unit, view, ct) is not { } model)
        {
            return Problem.NotFound($"{period}/{unit}");
        }

        if (await SentFile.OfAsync(view.Http.Request.Form, ct) is not { } file)
        {
            return Missing(model);
        }

        return Show(await RunAsync(model, file, dryRun: true, goodRows: false, view, imports, tables, ct));
    }

    private static async Task<IResult> WriteAsync(
        string period, string unit, View view, ReportShelf shelf, FileImports imports, TableReader tables, CancellationToken ct)
    {
        var form = view.Http.Request.Form;
        if (await shelf.FindAsync(period, unit, view, ct) is not { } model)
        {
            return Problem.NotFound($"{period}/{unit}");
        }

        if (await SentFile.OfAsync(form, ct) is not { } file)
        {
            return Missing(model);
        }

        // Looked at once more: what the file says may mean something else since the person looked.
        var goodRows = form["good"].Count > 0;
        var found = await RunAsync(model, file, dryRun: true, goodRows, view, imports, tables, ct);
        if (found.Import.Status != ImportStatus.Ready || found.Other is not null)
        {
            return Show(found);
        }

        var written = await RunAsync(model, file, dryRun: false, goodRows, view, imports, tables, ct);
        return written.Import.Status == ImportStatus.Done ? PageEndpoints.SeeOther($"{model.Address}?done=imported#sheet") : Show(written);
    }

    private static RazorComponentResult<ReportPage> Missing(ReportModel model) => PageEndpoints.Page<ReportPage>(
        StatusCodes.Status422UnprocessableEntity,
        (nameof(ReportPage.Model), model),
        (nameof(ReportPage.Reasons), (Refusal[])[ImportRefusals.FileMissing.About(SentFile.Field)]));

    private static RazorComponentResult<UploadPage> Show(UploadModel model) => PageEndpoints.Page<UploadPage>(
        model.Import.Status is ImportStatus.Ready or ImportStatus.Done or ImportStatus.Partly or ImportStatus.Asks
            ? StatusCodes.Status200OK
            : StatusCodes.Status422UnprocessableEntity,
        (nameof(UploadPage.Model), model));

    private static async Task<UploadModel> RunAsync(
        ReportModel report, SentFile file, bool dryRun, bool goodRows, View view, FileImports imports, TableReader tables, CancellationToken ct)
    {
        var parameters = new ImportParameters("report", report.Report.Unit, dryRun, goodRows, file.Numbers, file.Name, file.Answers);
        var received = await ReceivedFile.TakeAsync(new MemoryStream(file.Content, writable: false), file.Name, Limits, ct);
        var request = ImportEndpoints.RequestOf(parameters, view.Caller, view.Http.Envelope().Context, received, Limits);
        var (id, end) = await imports.BeginAsync(request, repeatable: null, progress: null, ct);
        await end.WaitAsync(ct);
        var import = (await imports.ReadAsync(id, ct))!;
        var rows = (await ReadAsync(ImportTables.Rows)).Rows.Select(UploadRow.Of).ToList();
        return new(report, file, import, (await ReadAsync(ImportTables.Faults)).Rows, rows, ImportBody.Of(import).Failure);

        Task<ListPage> ReadAsync(Table table) => ListPage.ReadAsync(
            tables, table with { Parameters = [id] }, new() { Limit = TableRequest.MostRowsPerPage }, view.Eyes, ct);
    }
}

/// <summary>A file that was looked at or written.</summary>
/// <param name="Faults">At most the first 500.</param>
/// <param name="Failure">What stopped it from outside; null otherwise.</param>
public sealed record UploadModel(
    ReportModel Report, SentFile File, ImportReport Import, IReadOnlyList<ListRow> Faults, IReadOnlyList<UploadRow> Rows, Refusal? Failure)
{
    private readonly HashSet<long> _faulty = [.. Faults.Where(f => !f.Is("notice")).Select(f => f.Number("row")).OfType<long>()];

    /// <summary>Key of another report that the file has figures of; such a file is written there, not here. Null when there is none.</summary>
    public string? Other => Rows.Select(r => r.Report).FirstOrDefault(r => r != Report.Report.Key);

    /// <summary>Something is wrong with the file as a whole, so no row can be written.</summary>
    public bool FileFaulty => Failure is not null || Faults.Any(f => !f.Is("notice") && f.Number("row") is null);

    public bool IsFaulty(UploadRow row) => _faulty.Contains(row.Row);

    /// <summary>Rows that change something and have no fault.</summary>
    public int Writable => Rows.Count(r => r.Writes && !IsFaulty(r));
}

/// <summary>What one row of the file means for the report.</summary>
/// <param name="Report">Key of the report it belongs to.</param>
public sealed record UploadRow(long Row, string Report, string Metric, bool Writes, IReadOnlyList<FieldChange> Fields)
{
    internal static UploadRow Of(ListRow row)
    {
        var key = row.Text("key");
        var end = key.LastIndexOf('/');
        return new(
            row.Number("row")!.Value, key[..end], key[(end + 1)..], row.Text("change") is "new" or "changed",
            JsonSerializer.Deserialize<IReadOnlyList<FieldChange>>(row.Text("fields"), JsonSerializerOptions.Web)!);
    }
}
