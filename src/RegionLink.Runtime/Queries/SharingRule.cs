namespace RegionLink.Runtime.Queries;

/// <summary>
/// The rule by which rows of one unit are shown to somebody, as a condition in SQL: the own unit's, and those whose unit shares this kind of
/// data at a level the viewer sees. What units decided is looked up once a statement, not once a row.
/// </summary>
internal static class SharingRule
{
    /// <summary>For a statement that is built for one viewer.</summary>
    /// <param name="parameter">Makes a value a parameter of the statement and gives its name there.</param>
    public static string For(Sharing sharing, TableViewer viewer, Func<object, string> parameter) => Condition(
        sharing.Unit,
        parameter(sharing.Kind),
        viewer.Levels.Contains(sharing.Default),
        parameter(viewer.Units.ToArray()),
        parameter(viewer.Levels));

    /// <summary>For a statement that is the same for all viewers, about a kind of data that everybody sees unless its unit says otherwise.</summary>
    /// <param name="unit">Expression for the unit of a row.</param>
    /// <param name="kind">Kind of data.</param>
    /// <param name="own">Parameter with <see cref="TableViewer.Units"/>.</param>
    /// <param name="levels">Parameter with <see cref="TableViewer.Levels"/>.</param>
    public static string OfOpen(string unit, string kind, string own, string levels) => Condition(unit, $"'{kind}'", seenByDefault: true, own, levels);

    // Seen by default: all but the units that keep it back, which are few and mostly none. Else: only the units that let it be seen.
    private static string Condition(string unit, string kind, bool seenByDefault, string own, string levels) => seenByDefault
        ? $"({unit} = any({own}) or {unit} <> all(array(select s.unit from sharing s where s.kind = {kind} and s.level <> all({levels}))))"
        : $"({unit} = any({own}) or {unit} = any(array(select s.unit from sharing s where s.kind = {kind} and s.level = any({levels}))))";
}
