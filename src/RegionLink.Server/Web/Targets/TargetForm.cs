using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Targets;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Targets;

namespace RegionLink.Server.Web.Targets;

/// <summary>
/// A target's terms as typed. The fields are named as refusals name them, so that every reason finds its field; the way to the goal keeps its
/// rows together, the empty ones last.
/// </summary>
public sealed class TargetForm
{
    private const int EmptyRows = 3;
    private const int MostRows = 60;
    private const int Exact = 12;
    private readonly IReadOnlyDictionary<string, string> _fields;
    private readonly FieldReader _reader;

    private TargetForm(IReadOnlyDictionary<string, string> fields, IReadOnlyList<(string On, string Expected)> way, Language notation)
    {
        _fields = fields;
        _reader = new(notation);
        Way = [.. way, .. Enumerable.Repeat(("", ""), EmptyRows)];
    }

    /// <summary>Rows of the way to the goal, with some empty ones.</summary>
    public IReadOnlyList<(string On, string Expected)> Way { get; }

    /// <summary>Why fields could not be read, as far as they were.</summary>
    public IReadOnlyList<Refusal> Faults => _reader.Faults;

    /// <summary>Every field of the terms, for telling where a reason belongs.</summary>
    public IEnumerable<string> Names =>
    [
        "direction", "threshold", "goal.upper", "everyYearFrom", "validity.due.by", "meanFrom", "validity.from", "validity.until", "legalSource", "note",
        .. Way.SelectMany((_, i) => new[] { $"trajectory[{i}].on", $"trajectory[{i}].expected" }),
    ];

    public string this[string name] => _fields.GetValueOrDefault(name, "");

    public static TargetForm Empty(View view) => new(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["scope"] = DomainWords.Of(ScopeKind.EachProvince),
            ["direction"] = DomainWords.Of(GoalDirection.AtLeast),
            ["validity.from"] = View.Day(view.Today),
        },
        [],
        view.Language);

    /// <summary>The present terms, to be changed; from when and until when has to be said anew.</summary>
    public static TargetForm Of(TargetTerms terms, View view)
    {
        var (goal, due) = (terms.Goal, terms.Validity.Due);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["direction"] = DomainWords.Of(goal.Direction),
            ["threshold"] = Number(goal.Threshold),
            ["goal.upper"] = goal.Upper is { } upper ? Number(upper) : "",
            ["everyYearFrom"] = due.EveryYearFrom?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["validity.due.by"] = due.By is { } by ? View.Day(by) : "",
            ["meanFrom"] = due.MeanFrom?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["legalSource"] = terms.LegalSource,
            ["proposed"] = terms.Proposed ? "true" : "",
            ["note"] = terms.Note ?? "",
        };
        return new(fields, [.. terms.Trajectory.Milestones.Select(m => (View.Day(m.On), Number(m.Expected)))], view.Language);

        string Number(decimal value) => view.Format.Number(value, Exact);
    }

    public static TargetForm Of(IFormCollection form) => new(
        form.ToDictionary(f => f.Key, f => f.Value.ToString().Trim(), StringComparer.Ordinal),
        [
            .. Enumerable.Range(0, MostRows)
                .Select(i => (On: form[$"trajectory[{i}].on"].ToString().Trim(), Expected: form[$"trajectory[{i}].expected"].ToString().Trim()))
                .Where(row => row.On.Length + row.Expected.Length > 0),
        ],
        Typed.NotationOf(form));

    /// <summary>Everything wrong at once: what could not be read, and what the rules say of the rest. An upper goal is judged beside a lower one only.</summary>
    public IReadOnlyList<Refusal> With(IEnumerable<Refusal> ofRules) => _reader.With(
        ofRules.Select(AtField).Where(r => r.Field != "goal.upper" || !Faults.Any(f => f.Field == "threshold")));

    /// <summary>What is sent; means nothing when there are <see cref="Faults"/>.</summary>
    public TermsBody Terms() => new(
        Goal(),
        new DueBody(Year("everyYearFrom"), DayOrNone("validity.due.by"), Year("meanFrom")),
        this["legalSource"],
        DayOrNone("validity.from"),
        DayOrNone("validity.until"),
        [
            .. Way.Select((row, i) => (row, i)).Where(r => r.row.On.Length + r.row.Expected.Length > 0).Select(r => new MilestoneBody(
                _reader.Day($"trajectory[{r.i}].on", r.row.On), _reader.RequiredNumber($"trajectory[{r.i}].expected", r.row.Expected))),
        ],
        this["proposed"].Length > 0,
        this["note"] is { Length: > 0 } note ? note : null);

    /// <summary>The goal alone, as a province raises it.</summary>
    public GoalBody Goal() => new(
        _reader.Choice<GoalDirection>("direction", this["direction"]),
        _reader.RequiredNumber("threshold", this["threshold"]),
        _reader.Number("goal.upper", this["goal.upper"]));

    public ScopeKind Scope() => _reader.Choice<ScopeKind>("scope", this["scope"]);

    /// <summary>What was chosen from a list that has an empty entry.</summary>
    public string Chosen(string name)
    {
        if (this[name].Length == 0)
        {
            _reader.Add(FormRefusals.NotChosen.About(name));
        }

        return this[name];
    }

    public DateOnly Day(string name) => _reader.Day(name, this[name]);

    private DateOnly? DayOrNone(string name) => this[name].Length > 0 && Day(name) is var day && day != default ? day : null;

    private int? Year(string name) => _reader.Whole(name, this[name], "2026", 1, 9998);

    /// <summary>Brings a reason to the page's field.</summary>
    private static Refusal AtField(Refusal refusal) => refusal.Field == "goal.threshold" ? refusal with { Field = "threshold" } : refusal;
}
