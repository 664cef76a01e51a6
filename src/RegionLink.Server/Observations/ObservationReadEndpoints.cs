using System.Globalization;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Observations;

/// <summary>Reads observations: as they are, as they were known on a day, and with every revision.</summary>
public static class ObservationReadEndpoints
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/observations", ListAsync).WithName("list-observations").WithMetadata(ObservationTables.Now).Requires(Right.ReadPublic);
        routes.MapGet("/observation-revisions", RevisionsAsync).WithName("list-observation-revisions")
            .WithMetadata(ObservationTables.RevisionsOf([])).Requires(Right.ReadPublic);
        routes.MapTable("/observation-batches", ObservationTables.Batches).Requires(Right.ReadPublic);
    }

    /// <summary>Observations, with the filters of every list.</summary>
    /// <param name="asOf">A day (its end in Vietnam) or a moment: what was known then. Left out: what holds now.</param>
    /// <param name="revisions">True: every revision, also the replaced ones.</param>
    public static async Task<IResult> ListAsync(string? asOf, bool? revisions, HttpContext http, TableReader reader, CancellationToken ct)
    {
        if (asOf is null)
        {
            var table = revisions == true ? ObservationTables.Revisions : ObservationTables.Now;
            return await TableEndpoints.AnswerAsync(http, table, reader, ct, nameof(revisions));
        }

        return Moment(asOf) is { } moment && revisions != true
            ? await TableEndpoints.AnswerAsync(http, ObservationTables.KnownAt(moment), reader, ct, nameof(asOf), nameof(revisions))
            : Problem.Of(
                StatusCodes.Status400BadRequest,
                RequestRefusals.ParameterUnreadable.About(nameof(asOf), nameof(asOf), asOf, "yyyy-MM-dd | yyyy-MM-ddTHH:mm:ssZ"));
    }

    /// <summary>Every revision of the values that the named observations are revisions of, the ones that hold and the ones that held.</summary>
    /// <param name="of">Ids of observations, separated by commas; at most 500.</param>
    public static Task<IResult> RevisionsAsync(string of, HttpContext http, TableReader reader, CancellationToken ct)
    {
        var texts = of.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        if (texts.Count is 0 or > TableRequest.MostIds)
        {
            return Task.FromResult(Problem.Of(
                StatusCodes.Status400BadRequest,
                RequestRefusals.ParameterUnreadable.About(nameof(of), nameof(of), $"{texts.Count}", $"1-{TableRequest.MostIds} ids")));
        }

        // What is no number is no observation, like any other id that is not there.
        long[] ids = [.. texts.Select(t => long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1)];
        return TableEndpoints.AnswerAsync(http, ObservationTables.RevisionsOf(ids), reader, ct, nameof(of));
    }

    internal static DateTimeOffset? Moment(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
        {
            return new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, Vietnam).AddTicks(-TimeSpan.TicksPerMicrosecond);
        }

        return text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? moment
                : null;
    }
}
