using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Domain.Units;
using RegionLink.Runtime.Metrics;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Http;
using RegionLink.Server.Observations;

namespace RegionLink.Server.Metrics;

/// <summary>Reads the question out of the query string and tells everything that is wrong with it at once.</summary>
internal sealed class AggregateParameters(IQueryCollection query, Reference reference, DateOnly today)
{
    public const string Southeast = "southeast";

    private static readonly string[] Names = ["metrics", "units", "within", "boundary", "period", "asOf", "stage", "method", "illustrative", "parts"];

    private static readonly string[] OnADay = ["within", "boundary"];

    private readonly List<Refusal> _malformed = [];
    private readonly List<Refusal> _refused = [];

    /// <summary>Day whose units are meant; null when the units were named.</summary>
    public DateOnly? Boundary { get; private set; }

    /// <param name="metric">The metric of the address; null when the query string names them.</param>
    public (AggregateQuestion? Question, IResult? Refused) Read(string? metric)
    {
        var names = metric is null ? Names : Names[1..];
        _malformed.AddRange(query.Keys.Except(names).Select(name => RequestRefusals.ParameterUnknown.About(name, name)));
        var metrics = metric is null ? List("metrics", "id,id") : [metric];
        var (units, whole) = Units();
        var question = new AggregateQuestion(
            metrics, units, whole, Periods(), AsOf(), Stage(), Text("method"), YesUnlessNo("illustrative"), YesUnlessNo("parts"));
        Check(question);
        return (_malformed, _refused) switch
        {
            ({ Count: > 0 }, _) => (null, Problem.Of(StatusCodes.Status400BadRequest, _malformed)),
            (_, { Count: > 0 }) => (null, Problem.Of(StatusCodes.Status422UnprocessableEntity, _refused)),
            _ => (question, null),
        };
    }

    private void Check(AggregateQuestion question)
    {
        foreach (var id in question.Metrics.Where(id => reference.Metrics.Find(id) is null))
        {
            _refused.Add(MetricRefusals.Unknown.About("metrics", id));
        }

        if (question.Method is { } method && !question.Metrics.Any(id => reference.Metrics.Find(id)?.Methods.Contains(method) == true))
        {
            _refused.Add(MetricRefusals.MethodUnknown.About("method", string.Join(", ", question.Metrics), method));
        }

        if (question.Values > AggregateQuestion.MostValues)
        {
            _refused.Add(MetricRefusals.AskedTooMuch.With(question.Values, AggregateQuestion.MostValues));
        }
    }

    private (IReadOnlyList<UnitKey> Units, UnitKey? Whole) Units()
    {
        if (query.ContainsKey("units"))
        {
            foreach (var name in OnADay.Where(query.ContainsKey))
            {
                Unreadable(name, Text(name)!, "units | within + boundary", 0);
            }

            return ([.. List("units", "79@2025-07-01,77@origin").Select(Unit).OfType<UnitKey>().Distinct()], null);
        }

        var day = Boundary = Text("boundary") switch
        {
            null => today,
            var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) => read,
            var text => Unreadable("boundary", text, "yyyy-MM-dd", today),
        };
        var code = Text("within") ?? Southeast;
        if (reference.Lineage.OfCode(code, day.Value) is not { } whole)
        {
            _refused.Add(UnitRefusals.CodeUnknownOn.About("within", code, day.Value));
            return ([], null);
        }

        return ([.. reference.Lineage.ChildrenOf(code, day.Value).Select(u => u.Key)], whole.Key);
    }

    private UnitKey? Unit(string text)
    {
        if (!UnitKey.TryParse(text, out var key))
        {
            return Unreadable<UnitKey?>("units", text, "79@2025-07-01,77@origin", null);
        }

        if (reference.Lineage.Find(key) is null)
        {
            _refused.Add(UnitRefusals.Unknown.About("units", key));
            return null;
        }

        return key;
    }

    private List<FigurePeriod> Periods() =>
    [
        .. List("period", "2022,2022-10,2024-12-15/2025-01-14")
            .Select(text => FigurePeriod.TryParse(text, out var period) ? period : Unreadable<FigurePeriod?>("period", text, "2022 | 2022-10 | 2022-07-12 | 2019/2024", null))
            .OfType<FigurePeriod>().Distinct(),
    ];

    private DateTimeOffset? AsOf() => Text("asOf") is not { } text ? null
        : ObservationReadEndpoints.Moment(text) ?? Unreadable<DateTimeOffset?>("asOf", text, "yyyy-MM-dd | yyyy-MM-ddTHH:mm:ssZ", null);

    private BudgetStage Stage() => Text("stage") is not { } text ? BudgetStage.Decided
        : DomainWords.TryRead<BudgetStage>(text, out var stage) ? stage
        : Unreadable("stage", text, DomainWords.All<BudgetStage>().Replace(", ", " | ", StringComparison.Ordinal), BudgetStage.Decided);

    private bool YesUnlessNo(string name) => Text(name) switch
    {
        null or "true" => true,
        "false" => false,
        var other => Unreadable(name, other, "true | false", true),
    };

    private string[] List(string name, string expected)
    {
        var items = (Text(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return items.Length > 0 ? [.. items.Distinct()] : Unreadable<string[]>(name, Text(name) ?? "", expected, []);
    }

    private string? Text(string name) => query.TryGetValue(name, out var values) ? values.ToString() : null;

    private T Unreadable<T>(string name, string text, string expected, T instead)
    {
        _malformed.Add(RequestRefusals.ParameterUnreadable.About(name, name, text, expected));
        return instead;
    }
}
