namespace Pipeline.Catalog;

/// <summary>Puts the ledger's schema where a query reads the platform's records: which one it is, only the whole model says.</summary>
internal sealed class LedgerSources(string schema) : QueryRewriter
{
    // What reads no record stays the very object: what is known of an object is known of this one.
    public static CatalogObject Bind(CatalogObject item, CompiledCatalog catalog)
    {
        var sources = new LedgerSources(PlatformTables.LedgerSchema(catalog));
        return item switch
        {
            ViewObject view when Reads(view.Query) => view with { Query = sources.Rewrite(view.Query) },
            DynamicTableObject table when Reads(table.Query) => table with { Query = sources.Rewrite(table.Query) },
            AlertObject alert when Reads(alert.Query) => alert with { Query = sources.Rewrite(alert.Query) },
            GateObject gate when gate.Checks.Any(c => Reads(c.Query)) => gate with { Checks = gate.Checks.Select(c => c with { Query = sources.Rewrite(c.Query) }).ToEquatableArray() },
            TableObject table when table.Loads.Any(l => Reads(l.Query)) =>
                table with { Loads = table.Loads.Select(l => l with { Query = (SelectQuery)sources.Rewrite(l.Query) }).ToEquatableArray() },
            _ => item,
        };
    }

    public override Source Rewrite(Source source) => base.Rewrite(
        source is ObjectSource { Object.Schema: PlatformTables.AnyLedger } record ? record with { Object = record.Object with { Schema = schema } } : source);

    private static bool Reads(Query query) => SourceCollector.NamesIn(query).Any(n => n.Schema == PlatformTables.AnyLedger);
}
