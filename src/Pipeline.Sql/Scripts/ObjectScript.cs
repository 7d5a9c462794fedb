using Pipeline.Catalog;
using Pipeline.Sql.DuckDb;
using Pipeline.Sql.Snowflake;

namespace Pipeline.Sql;

/// <summary>All SQL of one object or procedure, to be read: <c>pipeline sql --dialect duckdb CURATED.SP_LOAD_DIM_CUSTOMER</c>.</summary>
public static class ObjectScript
{
    /// <summary>What can be asked for: every object of the catalog and every procedure.</summary>
    public static IEnumerable<QualifiedName> Names(CompiledCatalog catalog)
    {
        var completed = CatalogCompletion.Complete(catalog);
        return completed.Objects.Where(o => o is not (RunLedgerObject or GateObject)).Select(o => o.Name)
            .Concat(completed.All<GateObject>().Select(g => GateLowering.ProcedureOf(g.Name)))
            .Concat(completed.All<TableObject>().SelectMany(Procedures)).Distinct();
    }

    /// <summary>The object's file as the build writes it; null where there is no such object.</summary>
    public static string? Snowflake(CompiledCatalog catalog, QualifiedName name, ITemplateSource? overrides = null)
    {
        var renderer = new SnowflakeRenderer(CatalogCompletion.Complete(catalog), overrides ?? NoTemplates.Instance);
        return DeployedFiles.Of(renderer, new()).FirstOrDefault(f => f.Name == name)?.Text;
    }

    /// <summary>What the local engine runs for the object; null where there is no such object.</summary>
    public static string? DuckDb(CompiledCatalog catalog, QualifiedName name) => DuckDbScript.Of(CatalogCompletion.Complete(catalog), name);

    private static IEnumerable<QualifiedName> Procedures(TableObject table)
    {
        if (table.Copies.Count > 0) yield return LoadLowering.CopyProcedureOf(table.Name);
        if (table.Loads.Count > 0) yield return LoadLowering.ProcedureOf(table.Name);
    }
}
