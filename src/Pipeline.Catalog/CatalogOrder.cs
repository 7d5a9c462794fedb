namespace Pipeline.Catalog;

/// <summary>The one order of the catalog: by kind, by dependency, then by name; every later stage just enumerates.</summary>
internal static class CatalogOrder
{
    public static CompiledCatalog Sort(CompiledCatalog catalog)
    {
        var sorted = new List<CatalogObject>(catalog.Objects.Count);
        var met = new HashSet<CatalogObject>(ByName.Instance);
        var byName = catalog.Objects.Where(o => o is not RunLedgerObject).GroupBy(o => o.Name).ToDictionary(g => g.Key, g => g.First());

        void Visit(CatalogObject item)
        {
            if (!met.Add(item)) return;
            foreach (var name in Dependencies.Of(item).OrderBy(n => n.ToString(), StringComparer.Ordinal))
            {
                // Only among equals: a kind of a later rank never comes before one of an earlier rank.
                if (byName.TryGetValue(name, out var other) && Rank(other) == Rank(item)) Visit(other);
            }

            sorted.Add(item);
        }

        // A stream on a view comes after the views.
        int Rank(CatalogObject item) => item is StreamObject stream && byName.TryGetValue(stream.Source, out var source) && source is ViewObject or DynamicTableObject
            ? RankOf(source) + 1
            : RankOf(item);

        foreach (var item in catalog.Objects.OrderBy(Rank).ThenBy(o => o.Name.ToString(), StringComparer.Ordinal)) Visit(item);
        return new(sorted.ToEquatableArray());
    }

    private static int RankOf(CatalogObject item) => item switch
    {
        RoleObject => -1,
        StorageIntegrationObject or SnsTopicObject or EmailChannelObject or WebhookChannelObject or ResourceMonitorObject => 0,
        WarehouseObject => 1,
        DatabaseObject => 1,
        SchemaObject => 2,
        RunLedgerObject or TagObject => 3,
        FileFormatObject => 4,
        StageObject => 5,
        PolicyObject => 6,
        TableObject => 6,
        AccountViewObject => 6,
        StreamObject => 7,
        ViewObject or DynamicTableObject => 8,
        GateObject => 10,
        PipeObject => 11,
        TaskObject => 12,
        AlertObject => 13,
        ShareObject => 13,
        _ => 14,
    };

    // The hash of an object is that of all its columns and queries.
    private sealed class ByName : IEqualityComparer<CatalogObject>
    {
        public static readonly ByName Instance = new();

        public bool Equals(CatalogObject? x, CatalogObject? y) => object.Equals(x, y);

        public int GetHashCode(CatalogObject obj) => obj.Name.GetHashCode();
    }
}
