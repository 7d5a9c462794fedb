using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Streams;

namespace Pipeline.Engine.Tasks;

/// <summary>What the finalizer keeps of a run: its tasks and the streams. Of pipes, clustering and resource monitors only an account knows.</summary>
internal sealed class RunRecorder(DuckDbSession session, CompiledCatalog catalog, StreamOffsets offsets)
{
    /// <returns>What went wrong; null where nothing did.</returns>
    public string? Record(QualifiedName root, RunContext run)
    {
        var (runs, streams, now) = (Names.Sql(MonitoringTables.TaskRuns(catalog)), Names.Sql(MonitoringTables.StreamStates(catalog)), Names.Time(run.Now));
        try
        {
            session.InTransaction(() =>
            {
                session.Execute($"DELETE FROM {runs} WHERE RUN_ID = {Names.Text(run.RunId)}");
                session.Execute($"""
                    INSERT INTO {runs} (RUN_ID, ROOT_TASK, TASK_NAME, STATE, SCHEDULED_TIME, STARTED_AT, COMPLETED_AT, ATTEMPT_NUMBER, ERROR_MESSAGE, OBSERVED_AT)
                    SELECT RUN_ID, {Names.Text(root.Name)}, NAME, STATE, SCHEDULED_TIME, QUERY_START_TIME, COMPLETED_TIME, ATTEMPT_NUMBER, ERROR_MESSAGE, {now}
                    FROM {EngineTables.TaskHistory} WHERE RUN_ID = {Names.Text(run.RunId)} ORDER BY rowid
                    """);
                foreach (var stream in offsets.States())
                {
                    session.Execute($"""
                        INSERT INTO {streams} (OBSERVED_AT, STREAM_SCHEMA, STREAM_NAME, SOURCE_NAME, IS_STALE, STALE_AFTER)
                        VALUES ({now}, {Names.Text(stream.Stream.Schema)}, {Names.Text(stream.Stream.Name)}, {Names.Text(stream.Source.ToString())},
                            {(stream.IsStale ? "TRUE" : "FALSE")}, {Names.TimeOrNull(stream.StaleAfter)})
                        """);
                }
            });
            return null;
        }
        catch (Exception e) when (e is DuckDBException or EngineException)
        {
            return $"{MonitoringTables.Recorder(catalog)} failed: {e.Message.Split('\n')[0]}";
        }
    }
}
