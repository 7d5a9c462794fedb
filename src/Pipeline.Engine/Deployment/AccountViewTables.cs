using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Deployment;

/// <summary>Views of the account that the model reads: TASK_HISTORY has the tasks that ran here; of all others only an account has rows, so they are empty.</summary>
internal static class AccountViewTables
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["NAME"] = "SPLIT_PART(NAME, '.', 2)",
        ["SCHEMA_NAME"] = "SPLIT_PART(NAME, '.', 1)",
        ["STATE"] = "STATE",
        ["ERROR_MESSAGE"] = "ERROR_MESSAGE",
        ["SCHEDULED_TIME"] = "TIMEZONE('UTC', SCHEDULED_TIME)",
        ["QUERY_START_TIME"] = "TIMEZONE('UTC', QUERY_START_TIME)",
        ["COMPLETED_TIME"] = "TIMEZONE('UTC', COMPLETED_TIME)",
        ["RETURN_VALUE"] = "RETURN_VALUE",
        ["SCHEDULED_FROM"] = "SCHEDULED_FROM",
        ["ATTEMPT_NUMBER"] = "ATTEMPT_NUMBER",
    };

    public static IEnumerable<string> Create(AccountViewObject view)
    {
        yield return $"CREATE SCHEMA IF NOT EXISTS {Names.Sql(AccountViews.Schema)}";
        var isKnown = view.Name.Name == "TASK_HISTORY";
        var columns = string.Join(", ", view.Columns.Select(c =>
            $"CAST({(isKnown && Known.TryGetValue(c.Name, out var value) ? value : "NULL")} AS {Spelling.Type(c.Type)}) AS {Names.Sql(c.Name)}"));
        yield return $"CREATE OR REPLACE VIEW {Names.Sql(view.Name)} AS SELECT {columns} {(isKnown ? "FROM " + EngineTables.TaskHistory : "WHERE FALSE")}";
    }
}
