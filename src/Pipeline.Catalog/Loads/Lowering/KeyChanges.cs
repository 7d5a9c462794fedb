namespace Pipeline.Catalog;

/// <summary>
/// An update at the source that changes the key, or after which the query leaves the row out: the old key is gone. Elsewhere the former image of an update says nothing.
/// </summary>
internal static class KeyChanges
{
    /// <summary>The name of the step that takes the former images away of which the key stayed.</summary>
    public const string Step = "CHANGED_ROWS";

    /// <summary>True on what an update replaced.</summary>
    public static readonly BatchColumn IsFormer = new("BATCH_IS_FORMER", SqlType.Boolean);

    /// <summary>
    /// Whether an update of the driver's table can take a key away from the target. It can't where both have one key, the platform merges by it, and the query leaves no row out.
    /// </summary>
    public static bool MayHappen(LoadContext context, IReadOnlyList<(string? Name, SelectQuery Query)> path)
    {
        if (!context.TakesDeletes || context.Target is FactObject || context.Load.Mode != LoadMode.Merge || context.Key.Count == 0) return false;
        if (path.Any(s => s.Query.Where is not null || s.Query.Joins.Any(j => j.Kind is JoinKind.Inner or JoinKind.Right or JoinKind.Cross))) return true;
        return context.DriverTable is not { } driver || driver.Loads.Count == 0 || !context.Key.All(k => Source(path, k.Name) is { } column && driver.With(ColumnRoles.BusinessKey).Any(b => b.Name == column));
    }

    /// <summary>Of the images of each row, all but the former ones of which the key stayed and a new one is there.</summary>
    public static SelectQuery Keep(LoadContext context, string rows, IEnumerable<Projection> columns)
    {
        var key = context.Key.Select(k => Make.Column(BatchQuery.Alias, k)).ToList();
        var image = BatchColumns.Of(BatchQuery.Alias, BatchColumns.RowId);
        // The new image, which is an INSERT, comes first.
        var order = new Ordering(BatchColumns.Of(BatchQuery.Alias, BatchColumns.Action), Descending: true);
        Expression First(ColumnReference column) => new WindowCall("FirstValue", [column], [image], [order], column.Type, column.Nullable);
        var former = BatchColumns.Of(BatchQuery.Alias, IsFormer);
        var stays = key.Select(k => Make.Not(Make.Distinct(k, First(k)))).Prepend(Make.Not(First(former)));
        return new(columns.ToEquatableArray())
        {
            From = new CommonTableSource(BatchQuery.Alias, rows),
            Qualify = Make.Not(Make.And(stays.Prepend(former))),
        };
    }

    // The column of the driver that a column of the load is, unchanged.
    private static string? Source(IReadOnlyList<(string? Name, SelectQuery Query)> path, string name)
    {
        foreach (var (_, query) in path)
        {
            if (query.Columns.FirstOrDefault(c => c.Name == name) is not { } projection || Plain.Strip(projection.Value) is not ColumnReference column || column.Source != query.From?.Alias) return null;
            name = column.Column;
        }

        return name;
    }
}
