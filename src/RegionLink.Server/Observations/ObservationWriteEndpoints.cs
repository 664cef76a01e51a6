using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Observations;
using RegionLink.Runtime.Observations;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Observations;

/// <summary>Records observations: a few as JSON, many as a CSV file.</summary>
public static class ObservationWriteEndpoints
{
    private const int MostEntries = 1_000;
    private const long LargestFile = 512L * 1024 * 1024;
    private const int LongestTitle = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/observations", EnterAsync)
            .Produces<BatchBody>(StatusCodes.Status201Created)
            .Produces<BatchBody>()
            .Requires(Right.WriteObservations);
        routes.MapPost("/observations/bulk", LoadAsync)
            .Accepts<string>("text/csv")
            .Produces<BatchBody>(StatusCodes.Status201Created)
            .Produces<BatchBody>()
            .WithMetadata(new LargeBody(LargestFile))
            .Requires(Right.WriteObservations);
    }

    /// <summary>Records values, all of them or none. 200 when everything in it was known already.</summary>
    /// <remarks>
    /// A value about a thousand, a million or a billion times off its own history is refused (422) until a person sends it again with <c>confirmScaleJump</c>. A value that is no
    /// longer the <c>expectedRevision</c> (for a single value also <c>If-Match</c>) is a conflict (412): somebody else changed it meanwhile.
    /// </remarks>
    public static async Task<IResult> EnterAsync(
        Body<NewObservationsBody> body, HttpContext http, ObservationBatches batches, ReferenceCache reference, CancellationToken ct)
    {
        if (body.Value.Observations.Count > MostEntries)
        {
            return Problem.Of(
                StatusCodes.Status422UnprocessableEntity, ObservationRefusals.TooManyRows.About("observations", MostEntries));
        }

        var expected = http.Envelope().ExpectedVersion;
        if (expected is not null && body.Value.Observations.Count != 1)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, ObservationRefusals.IfMatchOfMany.About("If-Match"));
        }

        var checks = EntryChecks.OfEntries(
            [.. body.Value.Observations.Select(o => new EntryCheck(o.ExpectedRevision ?? (int?)expected, o.ConfirmScaleJump))],
            person: http.Caller().Actor.Kind is not ActorKind.Key);
        var vocabulary = (await reference.GetAsync(ct)).Observations();
        var sheet = ObservationEntry.Read(body.Value.Observations.Select(o => o.AsEntry()), vocabulary);
        var isKey = http.Caller().Actor.Kind is ActorKind.Key;
        var batch = new ObservationBatch(
            body.Value.Title, FileHash: null, isKey ? Origin.Connected : Origin.Entered, Published: false, Illustrative: false);
        return await RecordAsync(sheet, batch, http, batches, checks, line => $"observations[{line - 1}]", ct);
    }

    /// <summary>
    /// Records a CSV file (UTF-8, comma, header: metric, unit, period, value, unitOfMeasure, source; also base, stage, method, standing,
    /// sourceUrl, note, revision), all of it or nothing. 200 when the same file was recorded before.
    /// </summary>
    /// <remarks>
    /// A value about a thousand, a million or a billion times off its own history is refused (422) until a person sends the file again with <c>confirmScaleJump</c>. A value that is
    /// no longer the <c>revision</c> its row names is a conflict (412), and so is one that somebody else recorded under another title when the row names none.
    /// </remarks>
    /// <param name="title">Name of the file; the content last recorded under it is not recorded again, and its rows may be replaced under it.</param>
    /// <param name="confirmScaleJump">Why the values about a thousand or more times off their own history are right.</param>
    public static async Task<IResult> LoadAsync(
        string title, string? confirmScaleJump, HttpContext http, ObservationBatches batches, ReferenceCache reference, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(title) || title.Length > LongestTitle)
        {
            return Problem.Of(
                StatusCodes.Status400BadRequest, RequestRefusals.ParameterUnreadable.About(nameof(title), nameof(title), title, $"1-{LongestTitle}"));
        }

        var vocabulary = (await reference.GetAsync(ct)).Observations();
        var (sheet, hash) = await ObservationFiles.ReadCsvAsync(http.Request.Body, vocabulary, ct);
        var by = http.Caller().Actor;
        var batch = new ObservationBatch(
            title, hash, by.Kind is ActorKind.Key ? Origin.Connected : Origin.Imported, Published: false, Illustrative: false);
        var checks = EntryChecks.OfFile(sheet, title, by, confirmScaleJump);
        return await RecordAsync(sheet, batch, http, batches, checks, line => string.Create(CultureInfo.InvariantCulture, $"line {line}"), ct);
    }

    private static async Task<IResult> RecordAsync(
        ObservationSheet sheet, ObservationBatch batch, HttpContext http, ObservationBatches batches, EntryChecks checks,
        Func<int, string> place, CancellationToken ct)
    {
        var others = sheet.Provinces.Order().Select(http.Caller().RefuseFor).FirstOrDefault(refused => refused is not null);
        return others ?? (await batches.RecordAsync(sheet, batch, http.Envelope(), ct, checks)).ToHttp(place);
    }
}

/// <summary>Values to be recorded together.</summary>
/// <param name="Title">The occasion, for people: "Nhập số liệu tháng 10".</param>
public sealed record NewObservationsBody(string Title, IReadOnlyList<NewObservationBody> Observations);

/// <summary>A value to be recorded.</summary>
/// <param name="Metric">Id of the metric.</param>
/// <param name="Unit">Whose value it is.</param>
/// <param name="Period"><c>2022</c>, <c>2025-10</c>, <c>2025-07-01</c> or two of a sort, <c>2019/2024</c>.</param>
/// <param name="Value">Exact decimal.</param>
/// <param name="UnitOfMeasure">The metric's own.</param>
/// <param name="Source">Who says so: title of the document, system or file.</param>
/// <param name="Base">What a rank is out of; for ranks only.</param>
/// <param name="Stage">For budget amounts only.</param>
/// <param name="Method">For a method that is not the usual one.</param>
/// <param name="Standing">How the value stands; accepted unless said otherwise.</param>
/// <param name="ExpectedRevision">The revision that was seen before it was changed, 0 for a new value; left out: whatever is there may be replaced.</param>
/// <param name="ConfirmScaleJump">Why a value about a thousand or more times off its own history is right.</param>
public sealed record NewObservationBody(
    string Metric,
    UnitKey Unit,
    string Period,
    decimal Value,
    string UnitOfMeasure,
    string Source,
    int? Base = null,
    BudgetStage? Stage = null,
    string? Method = null,
    Standing? Standing = null,
    string? SourceUrl = null,
    string? Note = null,
    int? ExpectedRevision = null,
    string? ConfirmScaleJump = null)
{
    internal ObservationEntry AsEntry() => new(
        Metric,
        Unit.ToString(),
        Period,
        Value.ToString(CultureInfo.InvariantCulture),
        UnitOfMeasure,
        Source,
        Base?.ToString(CultureInfo.InvariantCulture),
        Stage is { } stage ? Runtime.Grains.ProjectionStatement.WordOf(stage) : null,
        Method,
        Standing is { } standing ? Runtime.Grains.ProjectionStatement.WordOf(standing) : null,
        SourceUrl,
        Note);
}
