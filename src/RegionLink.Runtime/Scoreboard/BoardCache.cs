using RegionLink.Domain.Common;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Runtime.Scoreboard;

/// <summary>
/// Keeps boards until something they depend on changes. Every request learns from the log whether anything has, so a board is never older
/// than what was committed before it was asked for, on any number of servers; and a thousand requests build it once.
/// </summary>
/// <typeparam name="T">What is kept of a board, such as its bytes as sent.</typeparam>
/// <param name="render">Makes it of a board.</param>
public sealed class BoardCache<T>(
    BoardReader boards, ChangeTail tail, ReferenceCache reference, TimeProvider clock, Func<Board, T> render)
{
    private const int MostBoards = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<BoardQuestion, Kept> _kept = [];

    /// <exception cref="Npgsql.NpgsqlException">The database is away: an outage. A board that cannot be vouched for is not shown.</exception>
    public async Task<T> GetAsync(BoardQuestion question, CancellationToken ct)
    {
        var known = await reference.GetAsync(ct);
        var today = new CommandContext(new Actor(ActorKind.Platform, "scoreboard"), clock.GetUtcNow()).Today;
        var stamp = await tail.StampAsync(question.Year, ct);
        Kept kept;
        lock (_gate)
        {
            if (!_kept.TryGetValue(question, out kept!) || kept.Stamp < stamp || kept.Reference != known || kept.Today != today || kept.Board.IsFaulted)
            {
                if (_kept.Count >= MostBoards)
                {
                    _kept.Clear();   // any day can be asked for as a boundary; the few that people use come back at once
                }

                kept = new Kept(stamp, known, today, BuildAsync(question, known, today));
                _kept[question] = kept;
            }
        }

        return await kept.Board.WaitAsync(ct);
    }

    // Not cancelled with the request that happened to come first: others wait for it.
    private async Task<T> BuildAsync(BoardQuestion question, Reference known, DateOnly today)
    {
        await Task.Yield();
        return render(await boards.ReadAsync(question, known, today, CancellationToken.None));
    }

    private sealed record Kept(long Stamp, Reference Reference, DateOnly Today, Task<T> Board);
}
