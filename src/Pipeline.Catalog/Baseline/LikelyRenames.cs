namespace Pipeline.Catalog.Baseline;

/// <summary>What is new and may be what was shipped under another name: to be offered only, a rename is never guessed. What is new was at most one thing before.</summary>
internal static class LikelyRenames
{
    /// <summary>The new tables by the lost ones: of the same kind and schema, sharing most columns, and at least half of them.</summary>
    public static IReadOnlyDictionary<TableObject, TableObject> OfTables(IReadOnlyList<TableObject> lost, IReadOnlyList<TableObject> added) => Pairs(
        from shipped in lost
        let names = new HashSet<string>(shipped.Columns.Select(c => c.Name))
        from now in added
        where now.Name.Schema == shipped.Name.Schema && now.GetType() == shipped.GetType()
        let shared = now.Columns.Count(c => names.Contains(c.Name))
        where shared * 2 >= names.Count
        orderby shared descending
        select (shipped, now));

    /// <summary>The new columns by the lost ones: of the same type; where there are several, the one in its place.</summary>
    public static IReadOnlyDictionary<Column, Column> OfColumns(TableObject before, TableObject now)
    {
        var shipped = before.Columns.Select((c, i) => (Column: c, Place: i)).Where(c => c.Column.Property.Length > 0 && Losses.Find(now, c.Column.Name) is null);
        var names = new HashSet<string>(before.Columns.Select(c => c.Name));
        var added = now.Columns.Select((c, i) => (Column: c, Place: i))
            .Where(c => !names.Contains(c.Column.Name) && c.Column.FormerNames.Count == 0 && c.Column.Property.Length > 0).ToList();
        return Pairs(
            from lost in shipped
            from likely in added
            where likely.Column.Type == lost.Column.Type
            orderby likely.Place != lost.Place
            select (lost.Column, likely.Column));
    }

    /// <summary>The new streams by the lost ones: of the same mode, on the same source.</summary>
    public static IReadOnlyDictionary<StreamObject, StreamObject> OfStreams(IReadOnlyList<StreamObject> lost, IReadOnlyList<StreamObject> added, Func<StreamObject, StreamObject, bool> isSource) => Pairs(
        from shipped in lost
        from now in added
        where now.Mode == shipped.Mode && isSource(now, shipped)
        select (shipped, now));

    // The best first; neither of a pair is part of a second one.
    private static Dictionary<T, T> Pairs<T>(IEnumerable<(T Lost, T Added)> likely) where T : class
    {
        var pairs = new Dictionary<T, T>();
        var taken = new HashSet<T>();
        foreach (var (lost, added) in likely)
        {
            if (pairs.ContainsKey(lost) || !taken.Add(added)) continue;
            pairs.Add(lost, added);
        }

        return pairs;
    }
}
