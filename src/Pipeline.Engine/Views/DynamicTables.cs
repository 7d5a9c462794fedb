using System.Diagnostics;
using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Reports;
using Pipeline.Engine.Streams;

namespace Pipeline.Engine.Views;

/// <summary>Refreshes dynamic tables: each becomes what its query is, in one transaction.</summary>
/// <remarks>What no stream numbers is left in the order in which the session's one thread finds it: to sort an aggregate costs as much as to make it.</remarks>
internal sealed class DynamicTables(DuckDbSession session, CompiledCatalog catalog, ChangeTracking tracking)
{
    private const string Refreshed = "temp.REFRESHED_ROWS";

    /// <summary>Those that no task refreshes, each after those that it reads.</summary>
    public IReadOnlyList<RefreshReport> RefreshByLag() =>
        [.. catalog.All<DynamicTableObject>().Where(t => !t.RefreshedByTask).Select(Refresh)];

    public RefreshReport Refresh(DynamicTableObject table)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var rows = tracking.IsTracked(table.Name) ? RefreshChanges(table) : Rebuild(table);
            return new(table.Name, RunStatus.Succeeded, watch.Elapsed, rows);
        }
        catch (DuckDBException e)
        {
            return new(table.Name, RunStatus.Failed, watch.Elapsed, 0) { Error = $"{table.Name}: the refresh failed: {e.Message.Split('\n')[0]}" };
        }
    }

    private long Rebuild(DynamicTableObject table)
    {
        var rows = 0L;
        session.InTransaction(() =>
        {
            session.Execute($"DELETE FROM {Names.Sql(table.Name)}");
            rows = session.Execute($"""
                INSERT INTO {Names.Sql(table.Name)} ({Columns(table)})
                {RowsOf(table)}
                """);
        });
        return rows;
    }

    // A stream on it sees the rows that changed, not all of them twice. Rows that are alike are told apart by their number.
    private long RefreshChanges(DynamicTableObject table)
    {
        var name = Names.Sql(table.Name);
        var number = $"ROW_NUMBER() OVER (PARTITION BY {Columns(table)} ORDER BY rowid)";
        var isSame = string.Join(" AND ", table.Columns.Select(c => Names.Sql(c.Name)).Append("REFRESH_NUMBER").Select(c => $"old_rows.{c} IS NOT DISTINCT FROM new_rows.{c}"));
        var rows = 0L;
        try
        {
            session.Execute($"CREATE OR REPLACE TEMPORARY TABLE REFRESHED_ROWS AS SELECT *, ROW_NUMBER() OVER (PARTITION BY {Columns(table)}) AS REFRESH_NUMBER FROM ({RowsOf(table)}) AS refreshed");
            tracking.InChange(change =>
            {
                var gone = $"""
                    SELECT old_rows.ROW_PLACE FROM (SELECT *, rowid AS ROW_PLACE, {number} AS REFRESH_NUMBER FROM {name}) AS old_rows
                    WHERE NOT EXISTS (SELECT 1 FROM {Refreshed} AS new_rows WHERE {isSame})
                    """;
                var former = string.Join(", ", table.Columns.Select(c => c.Name).Concat([ChangeColumns.RowId.Name, ChangeColumns.Inserted.Name, ChangeColumns.Changed.Name]).Select(Names.Sql));
                tracking.Keeps(table.Name);
                session.Execute($"""
                    INSERT INTO {Names.Sql(ChangeColumns.BeforeOf(table.Name))} ({former}, {Names.Sql(ChangeColumns.Replaced.Name)})
                    SELECT {former}, {Names.Number(change)} FROM {name} WHERE rowid IN ({gone})
                    """);
                session.Execute($"DELETE FROM {name} WHERE rowid IN ({gone})");
                session.Execute($"""
                    INSERT INTO {name} ({Columns(table)})
                    SELECT {Columns(table)} FROM {Refreshed} AS new_rows
                    WHERE NOT EXISTS (SELECT 1 FROM (SELECT *, {number} AS REFRESH_NUMBER FROM {name}) AS old_rows WHERE {isSame})
                    ORDER BY ALL
                    """);
                rows = session.ScalarLong($"SELECT COUNT(*) FROM {name}");
            });
        }
        finally
        {
            session.Execute($"DROP TABLE IF EXISTS {Refreshed}");
        }

        return rows;
    }

    private static string RowsOf(DynamicTableObject table) => $"""
        SELECT {Columns(table)} FROM (
        {Spelling.Query(table.Query)}
        ) AS refreshed
        """;

    private static string Columns(DynamicTableObject table) => Names.List(table.Columns.Select(c => c.Name));
}
