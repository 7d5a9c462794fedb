namespace Pipeline.Catalog;

/// <summary>When a graph runs at all: by default, when any stream that it reads has data.</summary>
internal static class GraphConditions
{
    public static TaskObject AddTo(TaskObject task, CompiledCatalog catalog)
    {
        if (!task.IsRoot || task.When.Count > 0) return task;

        var tables = catalog.All<TaskObject>().Where(t => t.Root == task.Name)
            .SelectMany(t => t.Runs).Select(catalog.Find<TableObject>).OfType<TableObject>().ToList();

        // A graph that copies files, or refreshes an external table, looks for them itself: no stream can tell that a file has come.
        if (tables.Any(t => t.Copies.Count > 0 || t is ExternalTableObject)) return task;

        var streams = tables.SelectMany(t => t.Loads).SelectMany(l => l.Streams).Distinct();
        return task with { When = streams.OrderBy(s => s.ToString(), StringComparer.Ordinal).ToEquatableArray() };
    }
}
