using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Reports;

namespace Pipeline.Engine.Tasks;

/// <summary>TASK_HISTORY, kept outside the transactions of what the tasks run.</summary>
internal sealed class TaskHistory(DuckDbSession session)
{
    public void Add(TaskHistoryEntry entry) => session.Execute($"""
        INSERT INTO {EngineTables.TaskHistory} VALUES ({Names.Text(entry.Task.ToString())}, {Names.Text(entry.Root.ToString())}, {Names.Text(entry.RunId)},
            {Names.Text(entry.State)}, {Names.Time(entry.ScheduledAt)}, {Names.Time(entry.StartedAt)}, {Names.Time(entry.CompletedAt)}, {Names.Text(entry.ReturnValue)},
            {Names.Number(entry.Attempt)}, {Names.Text(entry.ScheduledFrom)}, {Names.Text(entry.Error)})
        """);

    /// <summary>The run's last failure has suspended the graph.</summary>
    public void MarkSuspended(string runId, int attempt) => session.Execute($"""
        UPDATE {EngineTables.TaskHistory} SET STATE = 'FAILED_AND_AUTO_SUSPENDED'
        WHERE RUN_ID = {Names.Text(runId)} AND ATTEMPT_NUMBER = {Names.Number(attempt)} AND STATE = 'FAILED'
        """);

    public IReadOnlyList<TaskHistoryEntry> Read() =>
    [
        .. session.Query($"""
            SELECT NAME, ROOT, RUN_ID, STATE, SCHEDULED_TIME, QUERY_START_TIME, COMPLETED_TIME, RETURN_VALUE, ATTEMPT_NUMBER, SCHEDULED_FROM, ERROR_MESSAGE
            FROM {EngineTables.TaskHistory} ORDER BY rowid
            """).Rows.Select(r => new TaskHistoryEntry(
            QualifiedName.Parse((string)r[0]!), QualifiedName.Parse((string)r[1]!), (string)r[2]!, (string)r[3]!, (DateTime)r[4]!, (DateTime)r[5]!, (DateTime)r[6]!,
            (string?)r[7], Convert.ToInt32(r[8], System.Globalization.CultureInfo.InvariantCulture), (string)r[9]!, (string?)r[10])),
    ];
}
