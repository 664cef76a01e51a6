using Microsoft.AspNetCore.Mvc;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Imports;
using RegionLink.Server.Files;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Imports;

/// <summary>Files in.</summary>
public static class ImportEndpoints
{
    private const int RoomForTheForm = 64 * 1024;

    /// <summary>The list of faults has them all.</summary>
    private const int FaultsInAnAnswer = 100;

    /// <summary>Small files are answered at once, long ones with an address to ask.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    private static readonly FileLimits Limits = new();

    public static void MapImportEndpoints(this IEndpointRouteBuilder api)
    {
        api.MapPost("/imports", TakeAsync)
            .Accepts<IFormFile>(TableEndpoints.Xlsx, TableEndpoints.Csv, "application/octet-stream", "multipart/form-data")
            .Produces<ImportBody>()
            .Produces<ImportBody>(StatusCodes.Status202Accepted)
            .Requires(Right.Import)
            .WithMetadata(new RequestSizeLimitAttribute(Limits.Bytes + RoomForTheForm));
        api.MapGet("/imports/{id:guid}", ReadAsync).Produces<ImportBody>().Requires(Right.Import);
    }

    /// <summary>Takes a file in: Excel or CSV, as the body or as a form's file.</summary>
    /// <remarks>
    /// The content says what the file is. 200: finished as asked (or checked, with dryRun). 202: goes on; ask the address in Location.
    /// 422: nothing was written; every fault is listed, or a question is open. The same file again changes nothing.
    /// </remarks>
    /// <param name="kind">Kind of file: projects, budget-lines, observations, report.</param>
    /// <param name="unit">Unit of rows that name none; the caller's own when left out.</param>
    /// <param name="dryRun">true: show what would change and write nothing.</param>
    /// <param name="onlyGoodRows">true: write the rows that are well even when others are not.</param>
    /// <param name="numbers">How numbers are written, when the columns do not tell: vi (1.234,5) or en (1,234.5).</param>
    /// <param name="fileName">Name of the file, when it is sent as the body.</param>
    /// <param name="confirm">Answer to a question: its id, an equals sign and the reason. May be repeated.</param>
    public static async Task<IResult> TakeAsync(
        HttpContext http,
        FileImports imports,
        string? kind,
        string? unit,
        string? dryRun,
        string? onlyGoodRows,
        string? numbers,
        string? fileName,
        [FromQuery] string[]? confirm,
        CancellationToken ct)
    {
        var form = http.Request.HasFormContentType ? await SentForm.ReadAsync(http.Request, ct) : null;
        var (parameters, faults) = ImportParameters.Of(http.Request.Query, form?["confirm"].OfType<string>() ?? [], imports);
        if (form is { Files.Count: 0 })
        {
            faults = [.. faults, ImportRefusals.FileMissing.With()];
        }

        if (faults.Count > 0)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, faults);
        }

        var caller = http.Caller();
        var right = ImportParameters.RightFor(parameters.Kind);
        if (!caller.May(right))
        {
            return AccessAnswer.RightMissing(caller, right);
        }

        if (parameters.Confirmations.Count > 0 && caller.Actor.Kind is ActorKind.Key)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, ImportRefusals.AnswerNeedsPerson.About("confirm"));
        }

        if (parameters.Unit is { } named && caller.RefuseFor(named) is { } refused)
        {
            return refused;
        }

        var upload = form?.Files[0];
        await using var body = upload?.OpenReadStream() ?? http.Request.Body;
        var file = await ReceivedFile.TakeAsync(body, upload?.FileName ?? parameters.FileName, Limits, ct);
        return await RunAsync(http, imports, parameters, caller, file, ct);
    }

    private static async Task<IResult> RunAsync(
        HttpContext http, FileImports imports, ImportParameters parameters, Caller caller, ReceivedFile file, CancellationToken ct)
    {
        var envelope = http.Envelope();
        Guid id;
        Task end;
        try
        {
            (id, end) = await imports.BeginAsync(RequestOf(parameters, caller, envelope.Context, file, Limits), envelope.Id, progress: null, ct);
        }
        catch (ImportIdTakenException)
        {
            await file.DisposeAsync();
            return Problem.Of(StatusCodes.Status409Conflict, RequestRefusals.KeyReused.About("Idempotency-Key"));
        }

        await Task.WhenAny(end, Task.Delay(Wait, ct));
        var report = (await imports.ReadAsync(id, ct))!;
        http.Response.Headers.Location = $"/api/v1/imports/{id}";
        return report.Status switch
        {
            ImportStatus.Running => Results.Json(ImportBody.Of(report), statusCode: StatusCodes.Status202Accepted),
            ImportStatus.Refused or ImportStatus.Asks => await NotTakenAsync(imports, report, ct),
            _ => Results.Ok(ImportBody.Of(report)),
        };
    }

    /// <summary>One import: how far it is, or what became of it.</summary>
    public static async Task<IResult> ReadAsync(Guid id, HttpContext http, FileImports imports, CancellationToken ct) =>
        await imports.ReadAsync(id, ct) is { } report && MaySee(http.Caller(), report)
            ? Results.Ok(ImportBody.Of(report))
            : Problem.NotFound(id.ToString());

    /// <summary>Whoever sent it, and whoever may write for its unit.</summary>
    public static bool MaySee(Caller caller, ImportReport report) =>
        report.By == caller.Actor || (report.Unit is { } unit && !caller.IsRegion && caller.MayActFor(unit));

    /// <summary>What is asked of the engine; it closes the file when it has read it.</summary>
    internal static ImportRequest RequestOf(ImportParameters parameters, Caller caller, CommandContext context, ReceivedFile file, FileLimits limits) => new(
        parameters.Kind,
        new ImportScope(parameters.Unit ?? caller.Unit, caller.MayActFor, context, file.Name, file.Hash, parameters.Confirmations),
        file.Size,
        parameters.Numbers,
        parameters.DryRun,
        parameters.OnlyGoodRows,
        () =>
        {
            using (file.Content)
            {
                return FileReader.Read(file.Content, limits);
            }
        });

    private static async Task<IResult> NotTakenAsync(FileImports imports, ImportReport report, CancellationToken ct)
    {
        var reasons = (await imports.FirstFaultsAsync(report.Id, FaultsInAnAnswer, ct))
            .Select(fault => new Refusal(fault.Code, $"{fault.Vi} {fault.RemedyVi}".Trim(), $"{fault.En} {fault.RemedyEn}".Trim(), fault.Cell))
            .Concat(report.Questions.Select(q => new Refusal("import.question-open", q.Text(Domain.Imports.Language.Vi), q.Text(Domain.Imports.Language.En), q.Id)))
            .ToList();
        var details = Problem.Details(StatusCodes.Status422UnprocessableEntity, reasons);
        details.Extensions["import"] = ImportBody.Of(report);
        return Results.Problem(details);
    }
}
