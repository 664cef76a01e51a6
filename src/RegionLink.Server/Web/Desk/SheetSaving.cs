using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Reports;

namespace RegionLink.Server.Web.Desk;

/// <summary>
/// Saves the sheet while somebody types, for the page's script: what is right is saved, the rest comes back with its reasons. The form without
/// the script saves all or nothing.
/// </summary>
internal static class SheetSaving
{
    private const string Asked = "application/json";

    public static bool IsWanted(HttpRequest request) => request.Headers.Accept.ToString().StartsWith(Asked, StringComparison.Ordinal);

    /// <param name="Version">The report's version now; send it with the next save.</param>
    /// <param name="Stale">Somebody else changed the report: nothing was saved.</param>
    public sealed record Saved(long Version, bool Stale, string At, IReadOnlyList<Fault> Faults);

    public sealed record Fault(string Field, string Text);

    public static async Task<IResult> SaveAsync(
        string period, string unit, IReadOnlyList<FigureEntry> changed, IReadOnlyList<Refusal> unreadable, long version, View view,
        ReportDesk desk, CancellationToken ct)
    {
        var faults = unreadable.ToList();
        var rest = changed;
        while (true)
        {
            if (rest.Count == 0)
            {
                return Answer(version, stale: false);
            }

            var entries = rest;
            GrainAnswer<Report>? told = null;
            var answer = await ReportPages.SendAsync(
                period, unit, version, view, async (r, e) => told = await desk.EnterAsync(r.Period, r.Unit, [.. entries], e, ct));
            if (answer.IsOtherProblem())
            {
                return answer;
            }

            if (answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status412PreconditionFailed })
            {
                return Answer(version, stale: true);
            }

            if (answer.Faults() is not { } refused)
            {
                return Answer(told is GrainAnswer<Report>.Done done ? done.Version : version, stale: false);
            }

            faults.AddRange(refused.AtFields([.. entries.Select(e => e.Metric)]));
            var wrong = refused.Select(FigureFaults.IndexOf).ToHashSet();

            // A reason that names no figure is about the report: leaving figures out would not help.
            rest = wrong.Contains(null) ? [] : [.. entries.Where((_, i) => !wrong.Contains(i))];
        }

        IResult Answer(long now, bool stale) => Results.Json(new Saved(
            now, stale, view.Format.Moment(DateTimeOffset.UtcNow), [.. faults.Select(f => new Fault(f.Field ?? "", view.T(f)))]));
    }
}
