using System.Security.Cryptography;
using System.Text;
using RegionLink.Runtime.Grains;

namespace RegionLink.Runtime.Imports;

/// <summary>Sends rows as commands to grains, many at a time, parents before children.</summary>
internal static class RowCommands
{
    private const int AtOnce = 16;

    /// <param name="send">Sends one row and returns the grain's answer in words of rows.</param>
    public static async Task<IReadOnlyList<RowAnswer>> SendAsync(
        IReadOnlyList<PlannedRow> rows,
        ImportScope scope,
        bool rehearsal,
        Func<PlannedRow, CommandEnvelope, CancellationToken, Task<RowAnswer>> send,
        Action progress,
        CancellationToken ct)
    {
        var answers = new RowAnswer[rows.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct };
        foreach (var wave in Enumerable.Range(0, rows.Count).GroupBy(i => rows[i].Order).OrderBy(group => group.Key))
        {
            await Parallel.ForEachAsync(wave, options, async (i, cancel) =>
            {
                answers[i] = await send(rows[i], Envelope(rows[i], scope, rehearsal), cancel);
                progress();
            });
        }

        return answers;
    }

    /// <summary>The grain's answer in words of rows.</summary>
    /// <param name="columnOf">Which column a field of the command stands in.</param>
    public static RowAnswer Of<TState>(GrainAnswer<TState> answer, Func<string?, string?> columnOf) => answer switch
    {
        GrainAnswer<TState>.Done => RowAnswer.Accepted,
        GrainAnswer<TState>.Refused refused => new(refused.Refusals, columnOf),
        GrainAnswer<TState>.Stale stale => new([], columnOf, stale.ActualVersion),
        _ => throw new NotSupportedException($"A row's command answered {answer.GetType().Name}."),
    };

    /// <summary>
    /// The same row of the same file, sent by the same person, is the same command: after an interruption it is answered as before and
    /// not written twice. The version it starts from belongs to it, so that the same row may be right again later.
    /// </summary>
    private static CommandEnvelope Envelope(PlannedRow row, ImportScope scope, bool rehearsal)
    {
        var text = $"{scope.Context.By}\n{Convert.ToHexString(scope.FileHash)}\n{row.Row.Sheet}\n{row.Row.Row}\n{row.Key}\n{row.Version}";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return new CommandEnvelope(scope.Context, new CommandId(new Guid(hash.AsSpan(0, 16), bigEndian: true), hash), row.Version) { Rehearsal = rehearsal };
    }
}
