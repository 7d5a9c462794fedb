namespace Pipeline.Catalog;

/// <summary>Tells whether the driver has one row for each fact: then its row alone says what the fact is.</summary>
internal static class DriverGrain
{
    /// <summary>Whether every part of the driver's business key is, unchanged, a part of the grain.</summary>
    public static bool IsKeyOfDriver(LoadContext context) => Keys(context) is { Count: > 0 } keys && keys.All(Parts(context).Contains);

    /// <summary>Whether an update of the driver's row can give it another grain: a part of it is more than a part of the key.</summary>
    public static bool CanChange(LoadContext context)
    {
        var keys = Keys(context);
        return Parts(context).Any(p => p is null || !keys.Contains(p));
    }

    /// <summary>Whether the driver keeps the events of each key, so that a row which is removed from it is no key that is gone.</summary>
    public static bool KeepsEvents(LoadContext context) => context.DriverTable is { } driver
        && driver.With(ColumnRoles.Sequence).Any(c => (c.Roles & ColumnRoles.BusinessKey) != 0 && !Parts(context).Contains(c.Name));

    private static List<string> Keys(LoadContext context) => [.. (context.DriverTable?.With(ColumnRoles.BusinessKey) ?? []).Select(c => c.Name)];

    /// <summary>For each part of the target's key the driver's column that it is, unchanged; null where it is computed.</summary>
    public static List<string?> Parts(LoadContext context) => context.Load.Query is not SelectQuery query ? []
        : [.. context.Key.Select(k => query.Columns.FirstOrDefault(c => c.Name == k.Name)?.Value).OfType<Expression>()
            .SelectMany(v => v is KeyLookup lookup ? lookup.Matches.Select(m => m.Value) : [v])
            .Select(v => DriverColumn(query, v))];

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
