namespace Pipeline.Catalog.Baseline;

/// <summary>The tables of a model by the names that they have and had.</summary>
internal sealed class TablesByName
{
    private readonly Dictionary<QualifiedName, TableObject> tables = [];

    public TablesByName(CompiledCatalog model)
    {
        foreach (var table in model.All<TableObject>()) Add(table.Name, table);
        foreach (var table in model.All<TableObject>())
        {
            foreach (var former in table.FormerNames) Add(former, table);
        }
    }

    /// <summary>The table that holds the rows of a shipped one.</summary>
    public TableObject? Find(QualifiedName shipped) => tables.TryGetValue(shipped, out var table) ? table : null;

    private void Add(QualifiedName name, TableObject table)
    {
        if (!tables.ContainsKey(name)) tables.Add(name, table);
    }
}
