using System.Runtime.CompilerServices;

namespace Pipeline.Catalog;

/// <summary>Makes a whole of the objects that were read: adds what the platform keeps for itself and puts all in order.</summary>
/// <remarks>Completing a complete catalog changes nothing.</remarks>
public static class CatalogCompletion
{
    private static readonly ConditionalWeakTable<CompiledCatalog, object> Completed = new();

    public static CompiledCatalog Complete(CompiledCatalog catalog)
    {
        if (Completed.TryGetValue(catalog, out _)) return catalog;
        var complete = Add(catalog);
        Completed.Add(complete, Completed);
        return complete;
    }

    private static CompiledCatalog Add(CompiledCatalog catalog)
    {
        var completed = new CompiledCatalog(catalog.Objects.Select(o => LedgerSources.Bind(PipedCopies.Move(GeneratedColumns.AddTo(o, catalog), catalog), catalog))
            .Select(o => ExposureObject.Grant(o, catalog)).ToEquatableArray());
        completed = new(completed.Objects.Select(o => MemberStreams.AddTo(o, completed)).ToEquatableArray());
        var objects = completed.Objects.ToList();
        foreach (var added in MemberStreams.Of(completed).Concat(PlatformObjects(completed)).Concat(MonitoringTables.For(completed)).Concat(AccountViews.ReadBy(completed)))
        {
            if (completed.Find(added.Name) is null) objects.Add(added);
        }

        completed = new(objects.ToEquatableArray());
        completed = new(completed.Objects.Select(o => o is TaskObject task ? GraphConditions.AddTo(task, completed) : StreamSources.AddTo(o, completed)).ToEquatableArray());
        return CatalogOrder.Sort(completed);
    }

    private static IEnumerable<CatalogObject> PlatformObjects(CompiledCatalog catalog)
    {
        var tables = catalog.All<TableObject>().Where(t => t.Loads.Count + t.Copies.Count > 0).ToList();
        if (tables.Count == 0 && !catalog.All<GateObject>().Any() && !catalog.All<AlertObject>().Any()) yield break;

        yield return new SchemaObject(new(null, PlatformTables.LedgerSchema(catalog)), "") { Comment = "What the platform records of its runs." };
        yield return PlatformTables.LoadRunsTable(catalog);
        yield return PlatformTables.LoadOffsetsTable(catalog);
        yield return PlatformTables.QualityMetricsTable(catalog);
        foreach (var table in tables) yield return PlatformTables.RejectedTable(table);
    }
}
