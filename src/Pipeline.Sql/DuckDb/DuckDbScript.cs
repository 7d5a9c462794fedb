using Pipeline.Catalog;

namespace Pipeline.Sql.DuckDb;

/// <summary>What the local engine runs for one object, in a script to be read.</summary>
internal static class DuckDbScript
{
    private static readonly DuckDbDialect Dialect = DuckDbDialect.Instance;

    public static string? Of(CompiledCatalog catalog, QualifiedName name)
    {
        var statements = Statements(catalog, name)?.ToList();
        return statements is null ? null : string.Join("\n\n", statements) + "\n";
    }

    private static IEnumerable<string>? Statements(CompiledCatalog catalog, QualifiedName name)
    {
        var loads = LoadLowering.All(catalog).Concat(catalog.All<GateObject>().Select(g => GateLowering.Lower(catalog, g))).Where(l => l.Procedure == name).ToList();
        if (loads.Count > 0) return loads.SelectMany(Load);
        if (catalog.All<TableObject>().Any(t => t.Copies.Count > 0 && LoadLowering.CopyProcedureOf(t.Name) == name))
        {
            return ["-- The engine reads the files itself, and keeps aside what does not parse as COPY INTO does."];
        }

        return catalog.Find(name) switch
        {
            null or RunLedgerObject => null,
            SchemaObject schema => [$"CREATE SCHEMA IF NOT EXISTS {Dialect.Identifier(schema.Name.Name)};"],
            ExternalTableObject table => [$"-- The engine keeps the rows of the files that {Dialect.ObjectName(table.Name)} knew at its last refresh.", Dialect.CreateTable(table) + ";"],
            TableObject table => Table(table),
            ViewObject view => [Dialect.CreateView(view.Name, view.Query) + ";"],
            DynamicTableObject table => [Dialect.RefreshDynamicTable(table) + ";"],
            StreamObject stream =>
                [$"-- A view that the engine keeps: the changes of {Dialect.ObjectName(stream.Source)} since the stream's offset."],
            TaskObject task => [$"-- The engine runs {Dialect.ObjectName(task.Name)} itself, in the order of its graph."],
            var other => [$"-- DuckDB needs nothing for {Dialect.ObjectName(other.Name)}."],
        };
    }

    private static IEnumerable<string> Table(TableObject table)
    {
        if (Dialect.CreateSequence(table) is { } sequence) yield return sequence + ";";
        yield return Dialect.CreateTable(table) + ";";
        foreach (var days in table is CalendarObject calendar ? CalendarSeed.Of(calendar) : []) yield return Dialect.CommentedStatement(days, table.At) + ";";
        if (table is not (DimensionObject or CalendarObject)) yield break;
        foreach (var seed in Members.Seeds(table)) yield return Dialect.CommentedStatement(seed, table.At) + ";";
    }

    private static IEnumerable<string> Load(LoweredLoad load) =>
        load.Prepare.Select(s => Dialect.CommentedStatement(s, load.At) + ";")
            .Append("BEGIN TRANSACTION;")
            .Concat(load.Transaction.Select(s => (s.OnlyIf is { } condition ? $"-- Left out unless {Dialect.Expression(condition)}.\n" : "") + Dialect.CommentedStatement(s, load.At) + ";"))
            .Append("COMMIT;");
}
