using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Streams;
using Pipeline.Sql.DuckDb;

namespace Pipeline.Engine;

/// <summary>The SQL that a local run executes for an object, to be read.</summary>
public static class LocalSql
{
    /// <summary>The object's statements in their order; of a table also those of its loads. Empty for what has no SQL on DuckDB.</summary>
    public static string Of(CompiledCatalog catalog, QualifiedName name) => string.Join("\n\n", Statements(CatalogCompletion.Complete(catalog), name)
        .Select(s => s + ";"));

    private static IEnumerable<string> Statements(CompiledCatalog catalog, QualifiedName name)
    {
        var loads = LoadLowering.All(catalog).Where(l => l.Target == name || l.Procedure == name);
        var own = catalog.Objects.FirstOrDefault(o => o.Name == name && o is not RunLedgerObject) switch
        {
            TableObject table => Spelling.CreateTable(table),
            ViewObject view => [Spelling.CreateView(view)],
            DynamicTableObject dynamic => [DuckDbDialect.Instance.RefreshDynamicTable(dynamic)],
            StreamObject stream when catalog.Find<TableObject>(stream.Source) is { } source => [StreamView.Create(stream, source, new(0, IsInitial: false))],
            SchemaObject schema => [$"CREATE SCHEMA IF NOT EXISTS {Names.Sql(schema.Name)}"],
            _ => [],
        };
        return own.Concat(loads.SelectMany(Statements));
    }

    private static IEnumerable<string> Statements(LoweredLoad load) =>
    [
        .. load.Prepare.Select(DuckDbDialect.Instance.CommentedStatement),
        "BEGIN TRANSACTION",
        .. load.Transaction.Select(DuckDbDialect.Instance.CommentedStatement),
        "COMMIT",
    ];
}
