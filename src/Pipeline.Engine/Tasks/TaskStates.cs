using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Tasks;

/// <summary>Which tasks are suspended, since the model, a person or too many failures did it.</summary>
internal sealed class TaskStates
{
    private readonly DuckDbSession session;
    private readonly CompiledCatalog catalog;

    // As the table has them; null where that must be asked.
    private HashSet<string>? suspended;

    public TaskStates(DuckDbSession session, CompiledCatalog catalog)
    {
        this.session = session;
        this.catalog = catalog;
        session.Forgotten += () => suspended = null;
    }

    /// <summary>What is new is as the model says. A root that a person or its failures suspended stays so; children are as the model says.</summary>
    public void Deploy()
    {
        foreach (var task in catalog.All<TaskObject>())
        {
            if (session.ScalarLong($"SELECT COUNT(*) FROM {EngineTables.TaskStates} WHERE TASK = {NameOf(task.Name)}") == 0)
            {
                Write($"INSERT INTO {EngineTables.TaskStates} VALUES ({NameOf(task.Name)}, {(task.Suspended ? "TRUE" : "FALSE")}, 0, NULL)");
            }
            else if (!task.IsRoot || task.Suspended)
            {
                Write($"UPDATE {EngineTables.TaskStates} SET IS_SUSPENDED = {(task.Suspended ? "TRUE" : "FALSE")} WHERE TASK = {NameOf(task.Name)}");
            }
        }
    }

    public bool IsSuspended(QualifiedName task)
    {
        suspended ??= session.Query($"SELECT TASK FROM {EngineTables.TaskStates} WHERE IS_SUSPENDED").Rows.Select(r => (string)r[0]!).ToHashSet(StringComparer.Ordinal);
        return suspended.Contains(task.ToString());
    }

    public void Suspend(QualifiedName task) => Write($"UPDATE {EngineTables.TaskStates} SET IS_SUSPENDED = TRUE WHERE TASK = {NameOf(task)}");

    public void Resume(QualifiedName task) =>
        Write($"UPDATE {EngineTables.TaskStates} SET IS_SUSPENDED = FALSE, FAILURES = 0, RESUMED_AT = NULL WHERE TASK = {NameOf(task)}");

    /// <summary>The time from which the root's interval counts: the given one, where none is known yet.</summary>
    public DateTime ResumedAt(QualifiedName root, DateTime now)
    {
        session.Execute($"UPDATE {EngineTables.TaskStates} SET RESUMED_AT = {Names.Time(now)} WHERE TASK = {NameOf(root)} AND RESUMED_AT IS NULL");
        return (DateTime)session.Scalar($"SELECT RESUMED_AT FROM {EngineTables.TaskStates} WHERE TASK = {NameOf(root)}")!;
    }

    /// <summary>Counts failures in a row.</summary>
    /// <returns>Whether this one has suspended the graph.</returns>
    public bool Count(TaskObject root, bool failed)
    {
        session.Execute($"UPDATE {EngineTables.TaskStates} SET FAILURES = {(failed ? "FAILURES + 1" : "0")} WHERE TASK = {NameOf(root.Name)}");
        if (!failed || root.SuspendAfterFailures == 0) return false;
        if (session.ScalarLong($"SELECT FAILURES FROM {EngineTables.TaskStates} WHERE TASK = {NameOf(root.Name)}") < root.SuspendAfterFailures) return false;
        Suspend(root.Name);
        return true;
    }

    private void Write(string sql)
    {
        suspended = null;
        session.Execute(sql);
    }

    private static string NameOf(QualifiedName task) => Names.Text(task.ToString());
}
