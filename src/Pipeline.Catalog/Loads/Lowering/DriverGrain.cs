namespace Pipeline.Catalog;

/// <summary>Tells whether the driver has one row for each fact: then its row alone says what the fact is.</summary>
internal static class DriverGrain
{
    /// <summary>Whether every part of the driver's business key is, unchanged, a part of the grain.</summary>
    public static bool IsKeyOfDriver(LoadContext context)
    {
        if (context.DriverTable is not { } driver || context.Load.Query is not SelectQuery query) return false;

        var keys = driver.With(ColumnRoles.BusinessKey).Select(c => c.Name).ToList();
        var grain = context.Key.Select(k => query.Columns.FirstOrDefault(c => c.Name == k.Name)?.Value).OfType<Expression>()
            .SelectMany(v => v is KeyLookup lookup ? lookup.Matches.Select(m => m.Value) : [v])
            .Select(v => DriverColumn(query, v)).ToList();
        return keys.Count > 0 && keys.All(grain.Contains);
    }

    // The driver's column that a value of the outermost query is, through all steps; null where it is computed.
    private static string? DriverColumn(SelectQuery query, Expression value)
    {
        var (steps, isTraced) = DriverPath.Find(query);
        if (!isTraced) return null;

        for (var i = 0; ; i++)
        {
            if (Plain.Strip(value) is not ColumnReference column || column.Source != steps[i].Query.From!.Alias) return null;
            if (i + 1 == steps.Count) return column.Column;
            if (steps[i + 1].Query.Columns.FirstOrDefault(c => c.Name == column.Column) is not { } inner) return null;
            value = inner.Value;
        }
    }
}
