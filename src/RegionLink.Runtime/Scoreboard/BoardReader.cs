using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Units;
using RegionLink.Runtime.Budgets;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Targets;

namespace RegionLink.Runtime.Scoreboard;

/// <summary>Gathers what a board needs and has it built. Three questions to the database, each by index, whatever the size of the tables.</summary>
public sealed class BoardReader(NpgsqlDataSource dataSource, TargetReader targets, BudgetParts budgets)
{
    private const string Nation = "VN";

    /// <param name="today">Day of judgement, in Vietnam.</param>
    public async Task<Board> ReadAsync(BoardQuestion question, Reference reference, DateOnly today, CancellationToken ct)
    {
        var lineage = reference.Lineage;
        var nation = lineage.OfCode(Nation, question.Boundary);
        var region = lineage.OfCode(question.Region, question.Boundary);
        var provinces = lineage.ChildrenOf(question.Region, question.Boundary).Where(u => u.Level is UnitLevel.Province).ToList();
        var keys = provinces.ConvertAll(u => u.Key);

        var all = keys.SelectMany(k => Kin(k, question.Year, lineage)).Concat(new[] { nation, region }.OfType<Unit>().Select(u => u.Key)).Distinct();
        var held = await HeldValues.ReadAsync(dataSource, question, all, ct);
        var parts = await budgets.ReadAsync(keys, question.Year, question.Stage, lineage, ct);
        return new BoardBuilder(question, today, reference, nation, region, provinces, held, parts).Build(await targets.AllAsync(ct));
    }

    /// <summary>A unit, its versions with the same territory, and all it was made of that was there in the year.</summary>
    private static IEnumerable<UnitKey> Kin(UnitKey unit, int year, Lineage lineage) =>
        lineage.SameTerritory(unit).Concat(BudgetParts.WithPredecessors(unit, year, lineage));
}
