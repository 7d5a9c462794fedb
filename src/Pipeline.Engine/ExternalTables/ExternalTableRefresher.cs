using System.Diagnostics;
using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Files;
using Pipeline.Engine.Reports;
using Pipeline.Engine.Streams;

namespace Pipeline.Engine.ExternalTables;

/// <summary>Refreshes external tables: the rows of a new file come, those of a vanished one go, those of a changed one come anew; all in one transaction.</summary>
internal sealed class ExternalTableRefresher(DuckDbSession session, CompiledCatalog catalog, ChangeTracking tracking, StageFiles stages, FileLoad load)
{
    // Which file a row is of; no query of the model sees it.
    private const string FileOfRow = "METADATA$FILE";

    /// <summary>Makes room for what a refresh has to know of each row.</summary>
    public static void Prepare(DuckDbSession session, ExternalTableObject table) =>
        session.Execute($"ALTER TABLE {Names.Sql(table.Name)} ADD COLUMN IF NOT EXISTS {Names.Sql(FileOfRow)} VARCHAR");

    /// <summary>Those that hear of new files by themselves; a report for each that changed or failed.</summary>
    public IReadOnlyList<RefreshReport> RefreshAutomatic(DateTime now) =>
        [.. catalog.All<ExternalTableObject>().Where(t => t.AutoRefresh).Select(t => Refresh(t, new(t.Name.ToString(), now, Clock: null))).Where(r => r.Rows > 0 || r.Error is not null)];

    /// <returns>How many rows came.</returns>
    public RefreshReport Refresh(ExternalTableObject table, RunContext run)
    {
        var watch = Stopwatch.StartNew();
        var rows = 0L;
        try
        {
            var gone = stages.Gone(table.Name, table.Files);
            var come = stages.Pending(table.Name, table.Files).Where(f => File.Exists(f.Location)).ToList();
            if (gone.Count + come.Count > 0)
            {
                tracking.InChange(_ =>
                {
                    foreach (var path in gone.Concat(come.Select(f => f.Path))) Remove(table, path);
                    foreach (var file in come) rows += Add(table, file, run);
                });
            }

            return new(table.Name, RunStatus.Succeeded, watch.Elapsed, rows);
        }
        catch (Exception e) when (e is EngineException or DuckDBException or IOException or InvalidDataException)
        {
            return new(table.Name, RunStatus.Failed, watch.Elapsed, 0) { Error = e is EngineException ? e.Message : $"{table.Name}: the refresh failed: {e.Message.Split('\n')[0]}" };
        }
    }

    // The stream on it tells of no delete, so the rows needn't be kept for it.
    private void Remove(ExternalTableObject table, string path)
    {
        session.Execute($"DELETE FROM {Names.Sql(table.Name)} WHERE {Names.Sql(FileOfRow)} = {Names.Text(path)}");
        session.Execute($"DELETE FROM {EngineTables.LoadedFiles} WHERE TABLE_NAME = {Names.Text(table.Name.ToString())} AND PATH = {Names.Text(path)}");
    }

    private long Add(ExternalTableObject table, StagedFile file, RunContext run)
    {
        var report = load.Load(table, table.Files, file, run, keepsRejects: false);
        session.Execute($"UPDATE {Names.Sql(table.Name)} SET {Names.Sql(FileOfRow)} = {Names.Text(file.Path)} WHERE {Names.Sql(FileOfRow)} IS NULL");
        return report.RowsLoaded;
    }
}
