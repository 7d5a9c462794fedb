namespace Pipeline.Catalog;

/// <summary>The SELECTs from the outermost one down to the driver, each reading the next as its FROM.</summary>
internal static class DriverPath
{
    /// <summary>Outermost first. It ends at the driver, or above a step that keeps no single rows: a group, DISTINCT, a set.</summary>
    /// <returns>The steps with their names, null for the outermost; and whether the driver is reached row by row.</returns>
    public static (IReadOnlyList<(string? Name, SelectQuery Query)> Steps, bool IsTraced) Find(SelectQuery outermost)
    {
        var steps = new List<(string?, SelectQuery)> { (null, outermost) };
        var current = outermost;
        while (KeepsRows(current))
        {
            if (current.From is not CommonTableSource step) return (steps, current.From is StreamSource);
            if (outermost.With.FirstOrDefault(t => t.Name == step.Name)?.Query is not SelectQuery next) return (steps, false);
            steps.Add((step.Name, next));
            current = next;
        }

        return (steps, false);
    }

    private static bool KeepsRows(SelectQuery query) => query.GroupBy.Count == 0 && !query.Distinct && !query.Columns.Any(c => c.Value is AggregateCall);
}
