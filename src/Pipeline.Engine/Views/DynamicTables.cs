using System.Diagnostics;
using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Reports;

namespace Pipeline.Engine.Views;

/// <summary>Refreshes dynamic tables: each becomes what its query is, in one transaction and in one order.</summary>
internal sealed class DynamicTables(DuckDbSession session, CompiledCatalog catalog)
{
    /// <summary>Those that no task refreshes, each after those that it reads.</summary>
    public IReadOnlyList<RefreshReport> RefreshByLag() =>
        [.. catalog.All<DynamicTableObject>().Where(t => !t.RefreshedByTask).Select(Refresh)];

    public RefreshReport Refresh(DynamicTableObject table)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var rows = 0L;
            session.InTransaction(() =>
            {
                session.Execute($"DELETE FROM {Names.Sql(table.Name)}");
                rows = session.Execute($"""
                    INSERT INTO {Names.Sql(table.Name)} ({Names.List(table.Columns.Select(c => c.Name))})
                    SELECT {Names.List(table.Columns.Select(c => c.Name))} FROM (
                    {Spelling.Query(table.Query)}
                    ) AS refreshed ORDER BY ALL
                    """);
            });
            return new(table.Name, RunStatus.Succeeded, watch.Elapsed, rows);
        }
        catch (DuckDBException e)
        {
            return new(table.Name, RunStatus.Failed, watch.Elapsed, 0) { Error = $"{table.Name}: the refresh failed: {e.Message.Split('\n')[0]}" };
        }
    }
}
