using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Server.Http;

namespace RegionLink.Server.Budgets;

/// <summary>What is asked about a budget share.</summary>
/// <param name="Boundary">Day whose boundaries count; null for the unit as it is named.</param>
/// <param name="FloorPercent">Floor to compare with; the 1 % of Law 148/2025/QH15, article 20.1, unless asked otherwise.</param>
/// <param name="Form">Form of the totals, upper case; null lets the rule choose.</param>
/// <param name="RealOnly">Leaves sample data out.</param>
public sealed record BudgetShareQuery(int Year, BudgetStage Stage, DateOnly? Boundary, decimal FloorPercent, string? Form, bool RealOnly)
{
    private const decimal LegalFloor = 1;
    private static readonly string[] Known = ["year", "stage", "boundary", "form", "realOnly"];

    /// <summary>Reads the query string and lists every fault; the query means nothing when there is one.</summary>
    /// <param name="anyFloor">Whether the asker may name a floor to compare with.</param>
    public static (BudgetShareQuery Query, List<Refusal> Faults) Parse(IQueryCollection query, bool anyFloor)
    {
        var faults = query.Keys.Where(k => !Known.Contains(k) && !(anyFloor && k == "floor")).Select(k => RequestRefusals.ParameterUnknown.About(k, k)).ToList();
        var year = Read("year", "2026", t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var y) ? y : (int?)null, required: true);
        var stage = Read("stage", "submitted | decided | executed | settled", StageOf, required: true);
        var boundary = Read("boundary", "2025-07-01", t => DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? d : (DateOnly?)null);
        var floor = anyFloor ? Read("floor", "0-100", FloorOf) : null;
        var realOnly = Read("realOnly", "true | false", t => bool.TryParse(t, out var b) ? b : (bool?)null);
        var form = query["form"].ToString().Trim().ToUpperInvariant();
        return (new(year ?? 0, stage ?? default, boundary, floor ?? LegalFloor, form.Length == 0 ? null : form, realOnly ?? false), faults);

        T? Read<T>(string name, string expected, Func<string, T?> read, bool required = false)
            where T : struct
        {
            var text = query[name].ToString();
            var value = text.Length == 0 ? null : read(text);
            if (value is null && (required || text.Length > 0))
            {
                faults.Add(RequestRefusals.ParameterUnreadable.About(name, name, text, expected));
            }

            return value;
        }
    }

    private static BudgetStage? StageOf(string text) => text switch
    {
        "submitted" => BudgetStage.Submitted,
        "decided" => BudgetStage.Decided,
        "executed" => BudgetStage.Executed,
        "settled" => BudgetStage.Settled,
        _ => null,
    };

    private static decimal? FloorOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var floor) && floor is > 0 and <= 100 ? floor : null;
}
