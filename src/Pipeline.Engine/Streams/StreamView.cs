using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Streams;

/// <summary>The stream as a view: what its table's rows became between the offset and the last change.</summary>
internal static class StreamView
{
    /// <param name="offset">The change up to which the stream has been read.</param>
    /// <param name="until">The last change that it shows; null for all.</param>
    public static string Create(StreamObject stream, TableObject table, StreamOffset offset, long? until = null) =>
        $"CREATE OR REPLACE VIEW {Names.Sql(stream.Name)} AS\n" + (stream, offset) switch
        {
            (_, { IsInitial: true }) => Initial(table, offset.Position),
            ({ Mode: StreamMode.AppendOnly }, _) => Inserted(table, offset.Position, until),
            _ => NetChange(table, offset.Position, until),
        };

    // A row has one image at each change. Of a row whose images at the offset and now differ, both are shown, the old one as a delete;
    // what was inserted and deleted in between has neither.
    private static string NetChange(TableObject table, long offset, long? until) => $"""
        WITH before_rows AS (
            {Images(table, Before(table), $"{Changed} <= {offset} AND {Replaced} > {offset}{AndUntil(Replaced, until)}")}
        ),
        after_rows AS (
            {Images(table, table.Name, $"{Changed} > {offset}{AndUntil(Changed, until)}")}{AfterInBefore(table, offset, until)}
        )
        SELECT {Columns(table, "after_rows")}, 'INSERT' AS "METADATA$ACTION",
            before_rows.{RowId} IS NOT NULL AS "METADATA$ISUPDATE", {RowIdText("after_rows")} AS "METADATA$ROW_ID"
        FROM after_rows LEFT JOIN before_rows ON before_rows.{RowId} = after_rows.{RowId}
        UNION ALL
        SELECT {Columns(table, "before_rows")}, 'DELETE' AS "METADATA$ACTION",
            after_rows.{RowId} IS NOT NULL AS "METADATA$ISUPDATE", {RowIdText("before_rows")} AS "METADATA$ROW_ID"
        FROM before_rows LEFT JOIN after_rows ON after_rows.{RowId} = before_rows.{RowId}
        """;

    // What the running transaction has replaced itself was there when it started.
    private static string AfterInBefore(TableObject table, long offset, long? until) => until is not { } last ? "" : $"""

            UNION ALL
            {Images(table, Before(table), $"{Changed} > {offset} AND {Changed} <= {last} AND {Replaced} > {last}")}
        """;

    // The image with which each row came, whatever became of it later.
    private static string Inserted(TableObject table, long offset, long? until)
    {
        var isFirst = $"{Changed} = {InsertedIn} AND {InsertedIn} > {offset}{AndUntil(InsertedIn, until)}";
        return InsertRows(table, isFirst, isFirst);
    }

    // The rows that were there when the stream was made.
    private static string Initial(TableObject table, long offset) => InsertRows(table,
        $"{Changed} <= {offset}",
        $"{Changed} <= {offset} AND {Replaced} > {offset}");

    private static string InsertRows(TableObject table, string condition, string beforeCondition) => $"""
        SELECT {Columns(table, "inserted_rows")}, 'INSERT' AS "METADATA$ACTION",
            FALSE AS "METADATA$ISUPDATE", {RowIdText("inserted_rows")} AS "METADATA$ROW_ID"
        FROM (
            {Images(table, table.Name, condition)}
            UNION ALL
            {Images(table, Before(table), beforeCondition)}
        ) AS inserted_rows
        """;

    private static string Images(TableObject table, QualifiedName from, string condition) =>
        $"SELECT {Names.List(table.Columns.Select(c => c.Name))}, {RowId} FROM {Names.Sql(from)} WHERE {condition}";

    private static string AndUntil(string column, long? until) => until is { } last ? $" AND {column} <= {last}" : "";

    private static QualifiedName Before(TableObject table) => ChangeColumns.BeforeOf(table.Name);

    private static string Columns(TableObject table, string alias) =>
        string.Join(", ", table.Columns.Select(c => $"{alias}.{Names.Sql(c.Name)}"));

    // A text, as Snowflake's; of one width, so that the order of the texts is the order of the rows.
    private static string RowIdText(string alias) => $"lpad({alias}.{RowId}::VARCHAR, 18, '0')";

    private static readonly string RowId = Names.Sql(ChangeColumns.RowId.Name);
    private static readonly string InsertedIn = Names.Sql(ChangeColumns.Inserted.Name);
    private static readonly string Changed = Names.Sql(ChangeColumns.Changed.Name);
    private static readonly string Replaced = Names.Sql(ChangeColumns.Replaced.Name);
}
