using RegionLink.Domain.Observations;
using RegionLink.Runtime.Observations;
using RegionLink.Server.Http;

namespace RegionLink.Server.Observations;

/// <summary>What became of a batch, over HTTP.</summary>
/// <param name="Batch">Id of the batch; null when the rows were all known from several batches.</param>
/// <param name="Rows">Rows handed in.</param>
/// <param name="Added">Values nobody had given before.</param>
/// <param name="Revised">Values that replaced an earlier one.</param>
/// <param name="Unchanged">Rows that said what was known.</param>
public sealed record BatchBody(string? Batch, int Rows, int Added, int Revised, int Unchanged);

internal static class BatchAnswers
{
    /// <summary>201 when recorded; 200 when nothing was new or the command is a repeat; 422 with the faults, 412 when one of them is that somebody else was faster; 409 for a reused key.</summary>
    /// <param name="place">How a line is named in what was handed in.</param>
    public static IResult ToHttp(this BatchAnswer answer, Func<int, string> place) => answer switch
    {
        BatchAnswer.Recorded { Replayed: true } a => Results.Ok(Body(a)),
        BatchAnswer.Recorded a => Results.Created($"/api/v1/observation-batches?id={a.Id}", Body(a)),
        BatchAnswer.NothingNew a => Results.Ok(new BatchBody(a.Batch, a.Rows, 0, 0, a.Rows)),
        BatchAnswer.Refused a => Refused(a, place),
        BatchAnswer.KeyReused => Problem.Of(StatusCodes.Status409Conflict, RequestRefusals.KeyReused.About("Idempotency-Key")),
        _ => throw new NotSupportedException($"Answer {answer.GetType().Name}."),
    };

    private static BatchBody Body(BatchAnswer.Recorded a) => new(a.Id, a.Rows, a.Added, a.Revised, a.Unchanged);

    private static IResult Refused(BatchAnswer.Refused answer, Func<int, string> place) => Problem.Of(
        answer.Faults.Any(f => f.Reason.Code == ObservationRefusals.RevisionStale.Code || f.Reason.Code == ObservationRefusals.RevisionMissing.Code)
            ? StatusCodes.Status412PreconditionFailed
            : StatusCodes.Status422UnprocessableEntity,
        [.. answer.Faults.Select(f => f.Reason with { Field = f.Column is null ? place(f.Line) : $"{place(f.Line)}.{f.Column}" })]);
}
