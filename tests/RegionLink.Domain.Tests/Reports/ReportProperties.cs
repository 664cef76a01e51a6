using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;
using static RegionLink.Domain.Tests.Reports.ReportExamples;

namespace RegionLink.Domain.Tests.Reports;

/// <summary>Whatever is ordered by whomever in whatever order, what is accepted was seen by two people, and the log tells the whole state.</summary>
public sealed class ReportProperties
{
    private static readonly Actor[] Actors = [Reporter, Approver, new(ActorKind.User, "third"), Coordinator, DossierSystem];

    private static readonly string[] Metrics = [BudgetShare, ProjectCount, OnlineDossiers];

    /// <summary>The scale of one metric is asked about, one metric is bound, so every rule takes part.</summary>
    private static readonly ReportTerms Loaded = Terms with
    {
        History = Terms.History.Add(ProjectCount, new EarlierValue(0.002m, "2026-10")),
        Bindings = Terms.Bindings.Add(OnlineDossiers, "hcm-dossiers"),
    };

    private static readonly Gen<(Actor By, ReportCommand Command)> Orders =
        from who in Gen.Elements(Actors)
        from command in Gen.Frequency(
            (4, Entries),
            (2, Prefills),
            (6, Gen.Elements<ImmutableArray<string>?>(null, null, [BudgetShare], [ProjectCount, OnlineDossiers]).Select(m => (ReportCommand)new ReportCommand.Approve(Loaded, m))),
            (3, Gen.Constant((ReportCommand)new ReportCommand.Submit(Loaded))),
            (1, Gen.Elements(Metrics).Select(m => (ReportCommand)new ReportCommand.Return(Loaded, [new(m, "Xem lại")]))),
            (3, Gen.Constant((ReportCommand)new ReportCommand.Accept())),
            (1, Gen.Constant((ReportCommand)new ReportCommand.Publish())),
            (2, Gen.Elements(Metrics).Select(m => (ReportCommand)new ReportCommand.AnswerScale(Loaded, m, "Đúng"))),
            (1, Gen.Elements(Metrics).Select(m => (ReportCommand)new ReportCommand.Ask(m, "Vì sao?"))),
            (1, Gen.Choose(1, 2).Select(n => (ReportCommand)new ReportCommand.Answer(n, "Vì vậy"))))
        select (who, command);

    private static Gen<ReportCommand> Entries =>
        from metrics in Gen.OneOf(Gen.SubListOf(Metrics).Select(m => m.ToArray()), Gen.Constant(Metrics))
        from value in Gen.Elements(1, 2, 50, 60)
        from why in Gen.Elements(null, "Đính chính")
        from note in Gen.Elements(null, null, "Ghi chú")
        from noData in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select (ReportCommand)new ReportCommand.EnterFigures(Loaded, [.. metrics.Select(m => m == OnlineDossiers
            ? new FigureEntry(m, value, "percent", Origin.Connected, Source: "record", System: "hcm-dossiers")
            : new FigureEntry(m, noData ? null : value, Loaded.Asked[m], NoDataReason: noData ? "Chưa có" : null, Note: note, Why: why))]);

    private static Gen<ReportCommand> Prefills =>
        from value in Gen.Elements(1, 50)
        select (ReportCommand)new ReportCommand.Prefill(Loaded, [
            new(BudgetShare, value, "percent", Origin.Computed, $"share {value}", Illustrative: false),
            new(OnlineDossiers, value, "percent", Origin.Connected, $"record {value}", Illustrative: false)]);

    private static readonly Arbitrary<(Actor By, ReportCommand Command)[]> Sequences = Arb.From(Orders.ArrayOf(80));

    [Fact]
    public void No_figure_is_accepted_that_two_people_did_not_see()
    {
        var accepted = 0;
        Prop.ForAll(Sequences, orders =>
        {
            // An account of its own, from the facts alone: who gave the value that stands, who approved it since.
            var given = new Dictionary<string, (decimal?, string?, Origin, Actor By)>();
            var approved = new Dictionary<string, Actor>();
            foreach (var fact in Play(orders).Facts)
            {
                switch (fact)
                {
                    case ReportEvent.FigureSet e:
                        approved.Remove(e.Metric);
                        if (!given.TryGetValue(e.Metric, out var was) || (was.Item1, was.Item2, was.Item3) != (e.Value, e.NoDataReason, e.Origin))
                        {
                            given[e.Metric] = (e.Value, e.NoDataReason, e.Origin, e.By);
                        }

                        break;
                    case ReportEvent.FiguresApproved e:
                        Assert.All(e.Metrics, m => approved[m] = e.By);
                        break;
                    case ReportEvent.Submitted or ReportEvent.Accepted:
                        accepted += fact is ReportEvent.Accepted ? 1 : 0;
                        Assert.Equal(Metrics.Order(), approved.Keys.Order());
                        Assert.All(approved, a => Assert.NotEqual(given[a.Key].By, a.Value));
                        break;
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
        Assert.True(accepted > 20, $"Only {accepted} in 400 sequences were reports accepted: the property would prove little.");
    }

    [Fact]
    public void Replaying_the_facts_gives_the_state_a_snapshot_gives() => Prop.ForAll(Sequences, orders =>
    {
        var (state, facts) = Play(orders);
        var half = facts.Take(facts.Count / 2).Aggregate(Report.Initial, Report.Evolve);
        var snapshot = JsonSerializer.Deserialize<Report>(JsonSerializer.Serialize(half, Json), Json)!;
        var resumed = facts.Skip(facts.Count / 2).Aggregate(snapshot, Report.Evolve);

        Assert.Equal(Picture(state), Picture(facts.Aggregate(Report.Initial, Report.Evolve)));
        Assert.Equal(Picture(state), Picture(resumed));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static readonly JsonSerializerOptions Json = new() { Converters = { new UnitKeyText() } };

    private static (Report State, List<ReportEvent> Facts) Play((Actor By, ReportCommand Command)[] orders)
    {
        var state = Report.Initial;
        var facts = new List<ReportEvent>();
        foreach (var (by, command) in orders)
        {
            var decision = state.Decide(by, command);
            Assert.True(decision.Accepted || decision.Events.Count == 0);
            facts.AddRange(decision.Events);
            state = decision.Events.Aggregate(state, Report.Evolve);
        }

        return (state, facts);
    }

    /// <summary>The whole state as text, with its unordered parts in order.</summary>
    private static string Picture(Report report) => JsonSerializer.Serialize(report with
    {
        Figures = ImmutableDictionary<string, Figure>.Empty,
        PublishedValues = ImmutableDictionary<string, decimal>.Empty,
    }, Json)
        + JsonSerializer.Serialize(new SortedDictionary<string, Figure>(report.Figures), Json)
        + JsonSerializer.Serialize(new SortedDictionary<string, decimal>(report.PublishedValues), Json);

    private sealed class UnitKeyText : System.Text.Json.Serialization.JsonConverter<UnitKey>
    {
        public override UnitKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => UnitKey.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, UnitKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
