using Pipeline.Catalog;
using Pipeline.Engine.Database;
using static Pipeline.Engine.Streams.StreamSql;

namespace Pipeline.Engine.Streams;

/// <summary>A stream on a table as a view: what the table's rows became between the offset and the last change.</summary>
internal static class StreamView
{
    /// <param name="offset">The change up to which the stream has been read.</param>
    /// <param name="until">The last change that it shows; null for all.</param>
    public static string Create(StreamObject stream, TableObject table, StreamOffset offset, long? until = null) => CreateView(stream.Name, (stream, offset) switch
    {
        (_, { IsInitial: true }) => InsertRows(table, ImagesAt(table, offset.Position)),
        // The rows of the files that are still there, whatever files there were in between.
        ({ Mode: StreamMode.InsertOnly }, _) => InsertRows(table, Images(table, table.Name, $"{StreamSql.Inserted} > {Names.Number(offset.Position)}{AndUntil(StreamSql.Inserted, until)}")),
        ({ Mode: StreamMode.AppendOnly }, _) => InsertRows(table, FirstImages(table, offset.Position, until)),
        _ => NetChange(table, offset.Position, until),
    });

    /// <summary>The image with which each row came after the offset, whatever became of it later.</summary>
    public static string FirstImages(TableObject table, long offset, long? until)
    {
        var isFirst = $"{Changed} = {StreamSql.Inserted} AND {StreamSql.Inserted} > {Names.Number(offset)}{AndUntil(StreamSql.Inserted, until)}";
        return $"""
            {Images(table, table.Name, isFirst)}
            UNION ALL
            {Images(table, Before(table), isFirst)}
            """;
    }

    // A row has one image at each change. Of a row whose images at the offset and now differ, both are shown, the old one as a delete;
    // what was inserted and deleted in between has neither.
    private static string NetChange(TableObject table, long offset, long? until) => $"""
        WITH before_rows AS (
            {Images(table, Before(table), $"{Changed} <= {offset} AND {Replaced} > {offset}{AndUntil(Replaced, until)}")}
        ),
        after_rows AS (
            {Images(table, table.Name, $"{Changed} > {offset}{AndUntil(Changed, until)}")}{AfterInBefore(table, offset, until)}
        )
        SELECT {Columns(table.Columns, "after_rows")}, 'INSERT' AS "METADATA$ACTION",
            before_rows.{RowId} IS NOT NULL AS "METADATA$ISUPDATE", {RowIdText($"after_rows.{RowId}")} AS "METADATA$ROW_ID"
        FROM after_rows LEFT JOIN before_rows ON before_rows.{RowId} = after_rows.{RowId}
        UNION ALL
        SELECT {Columns(table.Columns, "before_rows")}, 'DELETE' AS "METADATA$ACTION",
            after_rows.{RowId} IS NOT NULL AS "METADATA$ISUPDATE", {RowIdText($"before_rows.{RowId}")} AS "METADATA$ROW_ID"
        FROM before_rows LEFT JOIN after_rows ON after_rows.{RowId} = before_rows.{RowId}
        """;

    // What the running transaction has replaced itself was there when it started.
    private static string AfterInBefore(TableObject table, long offset, long? until) => until is not { } last ? "" : $"""

            UNION ALL
            {Images(table, Before(table), $"{Changed} > {offset} AND {Changed} <= {last} AND {Replaced} > {last}")}
        """;

    private static string InsertRows(TableObject table, string images) => $"""
        SELECT {Columns(table.Columns, "inserted_rows")}, 'INSERT' AS "METADATA$ACTION",
            FALSE AS "METADATA$ISUPDATE", {RowIdText($"inserted_rows.{RowId}")} AS "METADATA$ROW_ID"
        FROM (
            {images}
        ) AS inserted_rows
        """;

    private static QualifiedName Before(TableObject table) => ChangeColumns.BeforeOf(table.Name);
}
