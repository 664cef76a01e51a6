using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Units;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Units;

/// <summary>Units at a date, and what became of them.</summary>
public static class UnitEndpoints
{
    private const string DayFormat = "yyyy-MM-dd";

    public static void MapUnits(this IEndpointRouteBuilder api)
    {
        var units = api.MapGroup("").Requires(Right.ReadPublic).ServesOnlyPublicData();
        units.MapGet("/units", ListAsync).WithName($"list-{UnitTables.Units.Name}").WithMetadata(UnitTables.Units);
        units.MapGet("/units/{key}", OneAsync);
        units.MapGet("/units/{key}/lineage", LineageAsync).Produces<LineageAnswer>();
        units.MapGet("/units/{code}/on/{date}", OnAsync);
        units.MapGet("/lineages", LineagesAsync).Produces<IReadOnlyList<LineageAnswer>>();
    }

    /// <summary>All unit versions, or those in force on a day.</summary>
    /// <param name="on">Only units in force on this day, yyyy-MM-dd; all versions when left out.</param>
    public static Task<IResult> ListAsync(HttpContext http, TableReader reader, CancellationToken ct, string? on = null)
    {
        if (on is null)
        {
            return TableEndpoints.AnswerAsync(http, UnitTables.Units, reader, ct, nameof(on));
        }

        return TryDay(on, out var day)
            ? TableEndpoints.AnswerAsync(http, UnitTables.On(day), reader, ct, nameof(on))
            : Task.FromResult(NotADay(nameof(on), on));
    }

    /// <summary>One unit version.</summary>
    /// <param name="key">Code and first day: 79@2025-07-01, or 77@origin.</param>
    public static async Task<IResult> OneAsync(string key, TableReader reader, CancellationToken ct) =>
        await reader.FindAsync(UnitTables.Units, key, ct) is { } row ? new TableRow(UnitTables.Units, row) : Unknown(key);

    /// <summary>The unit that bears a code on a day: 80 is Long An on 2025-06-30 and Tây Ninh from 2025-07-01.</summary>
    /// <param name="code">Official code: two digits for a province, five for a commune.</param>
    /// <param name="date">yyyy-MM-dd.</param>
    public static async Task<IResult> OnAsync(string code, string date, ReferenceCache reference, TableReader reader, CancellationToken ct)
    {
        if (!TryDay(date, out var day))
        {
            return NotADay(nameof(date), date);
        }

        var unit = (await reference.GetAsync(ct)).Lineage.OfCode(code, day);
        return unit is not null && await reader.FindAsync(UnitTables.Units, unit.Key.ToString(), ct) is { } row
            ? new TableRow(UnitTables.Units, row)
            : Problem.Of(StatusCodes.Status404NotFound, UnitRefusals.CodeUnknownOn.With(code, date));
    }

    /// <summary>What became of a unit and what it was made of, with the acts that ordered it.</summary>
    /// <param name="key">Code and first day: 79@2025-07-01, or 77@origin.</param>
    /// <param name="on">Day to follow the unit to, backwards when it lies before the unit began; today in Vietnam when left out.</param>
    public static async Task<IResult> LineageAsync(
        string key, ReferenceCache reference, TimeProvider clock, CancellationToken ct, string? on = null)
    {
        if (!TryDayOrToday(on, clock, out var day))
        {
            return NotADay(nameof(on), on!);
        }

        var lineage = (await reference.GetAsync(ct)).Lineage;
        return UnitKey.TryParse(key, out var unit) && lineage.Find(unit) is not null
            ? TypedResults.Ok(LineageAnswer.Of(lineage, unit, day))
            : Unknown(key);
    }

    /// <summary>The same for many units at once, in the order asked; unknown ones are left out.</summary>
    /// <param name="units">Keys, separated by commas; at most 500.</param>
    /// <param name="on">As for one unit.</param>
    public static async Task<IResult> LineagesAsync(
        string units, ReferenceCache reference, TimeProvider clock, CancellationToken ct, string? on = null)
    {
        if (!TryDayOrToday(on, clock, out var day))
        {
            return NotADay(nameof(on), on!);
        }

        var keys = units.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        if (keys.Count is 0 or > TableRequest.MostIds)
        {
            return Problem.Of(
                StatusCodes.Status400BadRequest,
                RequestRefusals.ParameterUnreadable.About(nameof(units), nameof(units), $"{keys.Count}", $"1-{TableRequest.MostIds} keys"));
        }

        var lineage = (await reference.GetAsync(ct)).Lineage;
        return TypedResults.Ok<IReadOnlyList<LineageAnswer>>(
        [
            .. from key in keys
               let unit = UnitKey.TryParse(key, out var parsed) ? lineage.Find(parsed) : null
               where unit is not null
               select LineageAnswer.Of(lineage, unit.Key, day),
        ]);
    }

    private static bool TryDayOrToday(string? text, TimeProvider clock, out DateOnly day)
    {
        day = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);
        return text is null || TryDay(text, out day);
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static IResult NotADay(string name, string text) =>
        Problem.Of(StatusCodes.Status400BadRequest, RequestRefusals.ParameterUnreadable.About(name, name, text, DayFormat));

    private static IResult Unknown(string key) => Problem.Of(StatusCodes.Status404NotFound, UnitRefusals.Unknown.With(key));
}
