using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>Statements of a procedure's body: each under its purpose and its place in the C#, followed by what counts its rows.</summary>
internal static class ProcedureScript
{
    public static string Write(SnowflakeDialect dialect, Statement statement, SourcePlace? at)
    {
        if (statement.OnlyIf is { } condition) return OnlyIf(dialect, statement, condition, at);
        var text = dialect.Commented(statement, statement.At ?? at) + ";";
        return Counting(statement) is { } counting ? text + "\n" + counting : text;
    }

    private static string OnlyIf(SnowflakeDialect dialect, Statement statement, Expression condition, SourcePlace? at) =>
        "IF (" + dialect.Script.Write(condition) + ") THEN\n" + Layout.Indent(Write(dialect, statement with { OnlyIf = null }, at)) + "\nEND IF;";

    private static string? Counting(Statement statement) => statement switch
    {
        InsertStatement { CountInto: { } counter } => AddRowCount(counter),
        UpdateStatement { CountInto: { } counter } => AddRowCount(counter),
        DeleteStatement { CountInto: { } counter } => AddRowCount(counter),
        MergeStatement merge => CountMerged(merge),
        _ => null,
    };

    // SQLROWCOUNT is the last DML's, so it is taken at once.
    private static string AddRowCount(string counter) => $"{counter} := {counter} + SQLROWCOUNT;";

    // A MERGE of several kinds tells them apart in its result, which has a column for each kind that it can do.
    private static string? CountMerged(MergeStatement merge)
    {
        var inserts = merge.NotMatched is not null;
        var updates = merge.Matched.Any(m => !m.IsDelete);
        var deletes = merge.Matched.Any(m => m.IsDelete);
        var counted = new[]
        {
            (Counter: inserts ? merge.CountInsertedInto : null, Column: "number of rows inserted"),
            (Counter: updates ? merge.CountUpdatedInto : null, Column: "number of rows updated"),
            (Counter: deletes ? merge.CountDeletedInto : null, Column: "number of rows deleted"),
        }.Where(c => c.Counter is not null).ToList();

        if (counted.Count == 0) return null;
        if (new[] { inserts, updates, deletes }.Count(kind => kind) == 1) return AddRowCount(counted[0].Counter!);

        var byCounter = counted.GroupBy(c => c.Counter!).ToList();
        var sums = byCounter.Select(g => $":{g.Key} + " + string.Join(" + ", g.Select(c => "\"" + c.Column + "\""))).ToList();
        var list = sums.Count == 1 ? " " + sums[0] : "\n" + Layout.Indent(Layout.Lines(sums));
        return "SELECT" + list + "\nINTO " + string.Join(", ", byCounter.Select(g => ":" + g.Key)) + "\nFROM TABLE(RESULT_SCAN(LAST_QUERY_ID()));";
    }
}
