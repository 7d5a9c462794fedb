namespace Pipeline.Catalog;

/// <summary>Moves the copy of a table that a pipe fills from the table to the pipe.</summary>
internal static class PipedCopies
{
    public static CatalogObject Move(CatalogObject item, CompiledCatalog catalog) => item switch
    {
        PipeObject { Copy: null } pipe when catalog.Find<TableObject>(pipe.Table) is { Copies.Count: > 0 } table => pipe with { Copy = table.Copies[0] },
        TableObject { Copies.Count: > 0 } table when catalog.All<PipeObject>().Any(p => p.Table == table.Name) => table with { Copies = [] },
        _ => item,
    };
}
