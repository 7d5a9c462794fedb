namespace Pipeline.Catalog;

/// <summary>Puts the ledger's schema where a query reads the platform's records: which one it is, only the whole model says.</summary>
internal sealed class LedgerSources(string schema) : QueryRewriter
{
    public static CatalogObject Bind(CatalogObject item, CompiledCatalog catalog)
    {
        var sources = new LedgerSources(PlatformTables.LedgerSchema(catalog));
        return item switch
        {
            ViewObject view => view with { Query = sources.Rewrite(view.Query) },
            DynamicTableObject table => table with { Query = sources.Rewrite(table.Query) },
            AlertObject alert => alert with { Query = sources.Rewrite(alert.Query) },
            GateObject gate => gate with { Checks = gate.Checks.Select(c => c with { Query = sources.Rewrite(c.Query) }).ToEquatableArray() },
            TableObject { Loads.Count: > 0 } table => table with { Loads = table.Loads.Select(l => l with { Query = (SelectQuery)sources.Rewrite(l.Query) }).ToEquatableArray() },
            _ => item,
        };
    }

    public override Source Rewrite(Source source) => base.Rewrite(
        source is ObjectSource { Object.Schema: PlatformTables.AnyLedger } record ? record with { Object = record.Object with { Schema = schema } } : source);
}
