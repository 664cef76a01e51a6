using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Scoreboard;
using RegionLink.Server.Http;

namespace RegionLink.Server.Web.Region;

/// <summary>What the reader of the region's pages chose, with the names the API gives the same things.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Boundary">The units in force on this day.</param>
public sealed record RegionChoice(int Year, BudgetStage Stage, DateOnly Boundary)
{
    public const string Region = "southeast";
    public const int FirstYearOfTrend = 2021;
    private const int FirstYear = 1976;

    /// <summary>The last day of the seven provinces.</summary>
    public static readonly DateOnly BeforeMerger = new(2025, 6, 30);

    /// <summary>The first day of the three.</summary>
    public static readonly DateOnly Merger = new(2025, 7, 1);

    /// <summary>Reads the query; today's region for what was left out. Every fault is listed.</summary>
    public static (RegionChoice Choice, IReadOnlyList<Refusal> Faults) Read(IQueryCollection query, DateOnly today)
    {
        var faults = new List<Refusal>();
        return (new(Year(), Stage(), Boundary()), faults);

        int Year()
        {
            var text = query["year"].ToString();
            if (text.Length == 0)
            {
                return today.Year;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= FirstYear && year <= 9998)
            {
                return year;
            }

            faults.Add(RequestRefusals.ParameterUnreadable.About("year", "year", text, "yyyy"));
            return today.Year;
        }

        BudgetStage Stage()
        {
            var text = query["stage"].ToString();
            if (text.Length == 0)
            {
                return BudgetStage.Decided;
            }

            if (DomainWords.TryRead<BudgetStage>(text, out var stage))
            {
                return stage;
            }

            faults.Add(RequestRefusals.ParameterUnreadable.About("stage", "stage", text, DomainWords.All<BudgetStage>()));
            return BudgetStage.Decided;
        }

        DateOnly Boundary()
        {
            var text = query["boundary"].ToString();
            if (text.Length == 0)
            {
                return today;
            }

            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            faults.Add(RequestRefusals.ParameterUnreadable.About("boundary", "boundary", text, "yyyy-MM-dd"));
            return today;
        }
    }

    /// <summary>Address of the card behind a value, which says the same tomorrow: every choice is in it.</summary>
    public string CardOf(string target, UnitKey unit) => View.To(
        $"/targets/{Uri.EscapeDataString(target)}/{unit}", ("year", Year), ("stage", DomainWords.Of(Stage)), ("boundary", Boundary));

    public BoardQuestion Question(bool everything) => new(Year, Stage, Boundary, Region, everything);
}
