using System.Globalization;
using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>A backfill as a script to review: the load's statements in a block of their own, under what it reads, what it writes and how it is undone.</summary>
internal static class BackfillRenderer
{
    public static string Render(SnowflakeRenderer renderer, Backfill backfill)
    {
        var load = backfill.Load;
        var width = load.Counters.Max(c => c.Length);
        var written = backfill.Writes.ToList();
        return SnowflakeQuoting.WithBody(renderer.Fill("Procedures/backfill.sql", "backfill", new View(
            renderer.Name(load.Target),
            renderer.Name(backfill.Source),
            Range(renderer, backfill),
            string.Join(", ", backfill.Keys.Select(k => renderer.Identifier(k.Name))),
            backfill.Reads.Where(n => n != backfill.Source).Select(renderer.Name).ToEquatableArray(),
            written.Select(renderer.Name).ToEquatableArray(),
            Roots(renderer.Catalog, load.Target).Select(renderer.Name).ToEquatableArray(),
            renderer.Catalog.All<PolicyObject>().Any() && renderer.Catalog.All<RoleObject>().FirstOrDefault(r => r.RunsLoads) is { } role ? renderer.Name(role.Name) : "",
            written.Select(renderer.Catalog.Find<TableObject>).OfType<TableObject>().Where(t => t.Loads.Count > 0).Select(t => UndoOf(renderer, t)).ToEquatableArray(),
            load.Counters.Select(c => c.PadRight(width)).ToEquatableArray(),
            load.Transaction.OfType<RaiseStatement>().Select(FailureView.Of).Distinct().ToEquatableArray(),
            Scripts(renderer, load.Prepare, load.At),
            Scripts(renderer, load.Transaction, load.At),
            Scripts(renderer, load.OnFailure, load.At),
            ProcedureSummary.Of(renderer, ["started_at", "rows_before", "rows_after", .. load.Counters]))));
    }

    private static string Range(SnowflakeRenderer renderer, Backfill backfill)
    {
        var by = renderer.Identifier(backfill.By.Name);
        var from = $"{by} >= {Time(backfill.Range.From)}";
        return backfill.Range.Until is { } until ? $"{from} AND {by} < {Time(until)}" : from;
    }

    private static string Time(DateTime time) => "'" + time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + "'";

    private static IEnumerable<QualifiedName> Roots(CompiledCatalog catalog, QualifiedName table) =>
        catalog.All<TaskObject>().Where(t => t.Runs.Contains(table)).Select(t => t.Root).Distinct();

    private static UndoView UndoOf(SnowflakeRenderer renderer, TableObject table) =>
        new(renderer.Name(table.Name), string.Join(", ", table.Columns.Select(c => renderer.Identifier(c.Name))));

    private static EquatableArray<string> Scripts(SnowflakeRenderer renderer, IEnumerable<Statement> statements, SourcePlace? at) =>
        statements.Select(s => ProcedureScript.Write(renderer.Dialect, s, at)).ToEquatableArray();

    private sealed record View(
        string Target, string Source, string Range, string Keys, EquatableArray<string> Reads, EquatableArray<string> Writes, EquatableArray<string> Roots, string Role,
        EquatableArray<UndoView> Undo, EquatableArray<string> Counters, EquatableArray<FailureView> Failures,
        EquatableArray<string> Prepare, EquatableArray<string> Transaction, EquatableArray<string> OnFailure, string Summary);

    private sealed record UndoView(string Table, string Columns);
}
