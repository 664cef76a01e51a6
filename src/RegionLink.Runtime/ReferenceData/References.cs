using RegionLink.Domain.Common;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>
/// The names other files may refer to, and who refers to what. References are judged when all files are read, so that the order of reading
/// does not matter; an entry with mistakes still counts as there.
/// </summary>
internal sealed class References(FolderReader folder)
{
    private readonly Dictionary<(Naming, string), string> _names = [];
    private readonly List<(Naming Kind, string Name, string File, string Where, RefusalCode Code)> _uses = [];

    /// <summary>Notes a name; the second time it is a mistake.</summary>
    public void Define(Naming kind, string? name, string file, string where)
    {
        if (name is not null && !_names.TryAdd((kind, name), where.Length == 0 ? file : $"{file}, {where}"))
        {
            folder.Note(file, where, MistakeCodes.TwiceDefined.With(name, _names[(kind, name)]));
        }
    }

    public bool Knows(Naming kind, string name) => _names.ContainsKey((kind, name));

    public void Source(string? id, string file, string where) => Use(Naming.Source, id, file, where, MistakeCodes.SourceUnknown);

    public void Sources(IEnumerable<string> ids, string file, string where)
    {
        foreach (var id in ids)
        {
            Source(id, file, where);
        }
    }

    /// <param name="citations">Numbers of acts, each with its article after a comma or without.</param>
    public void Acts(IEnumerable<string> citations, string file, string where)
    {
        foreach (var citation in citations)
        {
            Use(Naming.Act, citation.Split(", ")[0], file, where, MistakeCodes.ActUnknown);
        }
    }

    public void Metric(string? id, string file, string where) => Use(Naming.Metric, id, file, where, MistakeCodes.MetricUnknown);

    public void Unit(string? key, string file, string where) => Use(Naming.Unit, key, file, where, MistakeCodes.UnitUnknown);

    /// <summary>Notes every name that is used and not defined, and every source that nothing uses.</summary>
    public void Judge()
    {
        foreach (var (kind, name, file, where, code) in _uses.Where(u => !Knows(u.Kind, u.Name)))
        {
            folder.Note(file, where, code.With(name));
        }

        var used = _uses.Where(u => u.Kind == Naming.Source).Select(u => u.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var ((_, name), at) in _names.Where(n => n.Key.Item1 == Naming.Source && !used.Contains(n.Key.Item2)))
        {
            folder.Note("sources.csv", at.Split(", ")[^1], MistakeCodes.SourceUnused.With(name));
        }
    }

    private void Use(Naming kind, string? name, string file, string where, RefusalCode code)
    {
        if (name is not null)
        {
            _uses.Add((kind, name, file, where, code));
        }
    }
}

/// <summary>Sorts of names in the folder.</summary>
internal enum Naming
{
    Source,
    Act,
    Metric,
    Unit,
    Target,
    Wording,
}
