using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Domain.Units;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Runtime.Metrics;

/// <summary>Values of metrics for units on any boundaries, by the rules of <see cref="Aggregation"/>. One question to the database for all of them, or two.</summary>
public sealed class Aggregates(HeldObservationReader observations, MonthSumReader monthSums)
{
    /// <summary>In order of metric, period and unit as asked, the whole after its units; null when more observations lie behind it than one answer puts together.</summary>
    /// <param name="question">Of known metrics and units, within the bounds.</param>
    public async Task<IReadOnlyList<Aggregate>?> AnswerAsync(AggregateQuestion question, Reference reference, TableViewer viewer, CancellationToken ct)
    {
        var metrics = question.Metrics.Concat(question.Metrics.Select(reference.Metrics.Find).SelectMany(m => new[] { m!.Numerator, m.Denominator }))
            .OfType<string>().Distinct().ToList();
        var units = question.Units.Concat(question.Whole is { } all ? [all] : []).SelectMany(u => Kin(u, reference.Lineage)).Distinct().ToList();
        var sums = question.WithParts || question.AsOf is not null
            ? new Dictionary<(string, UnitKey), IReadOnlyList<MonthSum>>()
            : await monthSums.ReadAsync(question, SumsAmong(metrics, question, reference.Metrics), units, viewer, ct);
        var open = (from metric in metrics from unit in units where !sums.ContainsKey((metric, unit)) select (Metric: metric, Unit: unit)).ToList();
        if (await observations.ReadAsync(question, [.. open.Select(o => o.Metric).Distinct()], open.Select(o => o.Unit).Distinct(), viewer, ct) is not { } rows)
        {
            return null;
        }

        var offered = new OfferedObservations(reference.Metrics, question.Method, rows, sums);
        var byPeriod = question.Periods.ToDictionary(p => p, p => Period(p, question, reference, offered));
        return
        [
            .. from metric in question.Metrics
               from period in question.Periods
               from answer in byPeriod[period](metric)
               select answer,
        ];
    }

    private static Func<string, IEnumerable<Aggregate>> Period(
        FigurePeriod period, AggregateQuestion question, Reference reference, OfferedObservations offered)
    {
        var aggregation = new Aggregation(reference.Metrics, reference.Lineage, period, offered.Of);
        return Answers;

        IEnumerable<Aggregate> Answers(string metric)
        {
            foreach (var unit in question.Units)
            {
                yield return Of(metric, unit, aggregation.ValueOf(metric, unit));
            }

            if (question.Whole is { } whole)
            {
                // What is held for the whole itself wins, as for any unit; else it is made of its units, and their reasons are told.
                var own = aggregation.ValueOf(metric, whole);
                yield return Of(metric, whole, own.Figure is null ? aggregation.ValueOver(metric, whole, question.Units) : own);
            }
        }

        Aggregate Of(string metric, UnitKey unit, FigureAnswer answer) => answer.Figure is { } figure
            ? new(metric, unit, period, answer, offered.PeriodsOf(figure), offered.IsIllustrative(figure), question.WithParts ? offered.PartsOf(figure) : [])
            : new(metric, unit, period, answer, 0, Illustrative: false, []);
    }

    private static Dictionary<string, string> SumsAmong(IEnumerable<string> metrics, AggregateQuestion question, MetricCatalogue catalogue) =>
        metrics.Where(m => catalogue.Find(m)!.Kind is MeasureKind.Sum).ToDictionary(m => m, m => OfferedObservations.MethodOf(catalogue, m, question.Method));

    /// <summary>A unit, its versions with the same territory, and all it was made of.</summary>
    private static HashSet<UnitKey> Kin(UnitKey unit, Lineage lineage)
    {
        var kin = lineage.SameTerritory(unit).ToHashSet();
        var open = new Queue<UnitKey>(kin);
        while (open.TryDequeue(out var next))
        {
            foreach (var from in lineage.LinksTo(next).SelectMany(l => lineage.SameTerritory(l.From)).Where(kin.Add))
            {
                open.Enqueue(from);
            }
        }

        return kin;
    }
}
