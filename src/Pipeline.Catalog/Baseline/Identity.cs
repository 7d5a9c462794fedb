namespace Pipeline.Catalog.Baseline;

/// <summary>What makes a row of a table that row: its kind, its key or grain, and whether it has versions.</summary>
internal static class Identity
{
    private const ColumnRoles Key = ColumnRoles.BusinessKey | ColumnRoles.Grain | ColumnRoles.Period;

    /// <summary>How the two differ, in words; null where a row is the same row.</summary>
    public static string? Difference(TableObject shipped, TableObject now)
    {
        var (before, after) = (Kind(shipped), Kind(now));
        if (before != after) return $"'{now.ClassName}' was shipped as {before} and is {after} now";

        var (keys, nowKeys) = (Names(shipped, shipped.With(Key)), Names(shipped, now.With(Key)));
        return keys == nowKeys ? null : $"'{now.ClassName}' was shipped with {Spoken(keys)} as its {Word(now)}, and has {Spoken(nowKeys)} now";
    }

    private static string Kind(TableObject table) => table switch
    {
        DimensionObject { Scd: Scd.Type2 } => "a dimension of type 2",
        DimensionObject => "a dimension of type 1",
        CalendarObject => "a calendar",
        FactObject fact => "a fact of kind " + fact.FactKind,
        _ => "a table",
    };

    private static string Word(TableObject table) => table is FactObject ? "grain" : "key";

    // By the names that were shipped, so that a rename alone is no difference; the order of a key means nothing.
    private static string Names(TableObject shipped, IEnumerable<Column> columns) => string.Join(
        ", ", columns.Select(c => c.FormerNames.FirstOrDefault(f => shipped.Columns.Any(s => s.Name == f)) ?? c.Name).OrderBy(n => n, StringComparer.Ordinal));

    private static string Spoken(string names) => names.Length == 0 ? "nothing" : names;
}
