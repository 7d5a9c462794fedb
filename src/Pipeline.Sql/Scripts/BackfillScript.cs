using Pipeline.Catalog;
using Pipeline.Sql.Snowflake;

namespace Pipeline.Sql;

/// <summary>The script that loads a time range of a table again, to be reviewed and run by hand.</summary>
public static class BackfillScript
{
    /// <exception cref="UnsupportedLoadException">The table can't be had again from its sources.</exception>
    public static string Snowflake(CompiledCatalog catalog, QualifiedName table, BackfillRange range, ITemplateSource? overrides = null)
    {
        var completed = CatalogCompletion.Complete(catalog);
        var renderer = new SnowflakeRenderer(completed, overrides ?? NoTemplates.Instance);
        var use = DatabaseRenderer.Use(renderer);
        return (use.Length == 0 ? "" : use + "\n") + string.Join("\n", BackfillLowering.Of(completed, completed.Find<TableObject>(table)!, range).Select(b => BackfillRenderer.Render(renderer, b)));
    }
}
