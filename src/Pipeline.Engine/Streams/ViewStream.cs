using Pipeline.Catalog;
using Pipeline.Engine.Database;
using static Pipeline.Engine.Streams.StreamSql;

namespace Pipeline.Engine.Streams;

/// <summary>A stream on a view as a view: what the view's rows became between the offset and the last change of any of its tables.</summary>
/// <remarks>A changed row of one table is a change of each row that the view joins it to. A change that the view doesn't show is none.</remarks>
internal sealed class ViewStream(CompiledCatalog catalog, StreamObject stream, ViewObject view)
{
    /// <summary>The statements that make it: first the images of its tables, then the stream itself.</summary>
    public IEnumerable<string> Create(StreamOffset offset, long? until)
    {
        foreach (var table in StreamSources.TablesOf(catalog, stream))
        {
            yield return CreateView(Old(table.Name), Marked(table, ImagesAt(table, offset.Position), isNew: false));
            yield return CreateView(New(table.Name), stream.Mode == StreamMode.AppendOnly
                ? Marked(table, ImagesAt(table, offset.Position), isNew: false) + "\nUNION ALL\n" + Marked(table, StreamView.FirstImages(table, offset.Position, until), isNew: true)
                : Marked(table, until is { } last ? ImagesAt(table, last) : Images(table, table.Name, "TRUE"), isNew: false));
        }

        yield return CreateView(stream.Name, (stream, offset) switch
        {
            (_, { IsInitial: true }) => Inserted(Old, "TRUE"),
            ({ Mode: StreamMode.AppendOnly }, _) => Inserted(New, Names.Sql(TracedView.IsNew)),
            _ => NetChange(),
        });
    }

    private string NetChange() => $"""
        WITH before_rows AS (
        {Rows(Old)}
        ),
        after_rows AS (
        {Rows(New)}
        )
        SELECT {Columns(view.Columns, "after_rows")}, 'INSERT' AS "METADATA$ACTION",
            before_rows.{RowId} IS NOT NULL AS "METADATA$ISUPDATE", after_rows.{RowId} AS "METADATA$ROW_ID"
        FROM after_rows LEFT JOIN before_rows ON before_rows.{RowId} = after_rows.{RowId}
        WHERE {Differs}
        UNION ALL
        SELECT {Columns(view.Columns, "before_rows")}, 'DELETE' AS "METADATA$ACTION",
            after_rows.{RowId} IS NOT NULL AS "METADATA$ISUPDATE", before_rows.{RowId} AS "METADATA$ROW_ID"
        FROM before_rows LEFT JOIN after_rows ON after_rows.{RowId} = before_rows.{RowId}
        WHERE {Differs}
        """;

    private string Differs => $"before_rows.{RowId} IS NULL OR after_rows.{RowId} IS NULL"
        + string.Concat(view.Columns.Select(c => $" OR before_rows.{Names.Sql(c.Name)} IS DISTINCT FROM after_rows.{Names.Sql(c.Name)}"));

    private string Inserted(Func<QualifiedName, QualifiedName> images, string condition) => $"""
        SELECT {Columns(view.Columns, "inserted_rows")}, 'INSERT' AS "METADATA$ACTION",
            FALSE AS "METADATA$ISUPDATE", inserted_rows.{RowId} AS "METADATA$ROW_ID"
        FROM (
        {Rows(images)}
        ) AS inserted_rows
        WHERE {condition}
        """;

    private string Rows(Func<QualifiedName, QualifiedName> images) => Spelling.Query(TracedView.Of(catalog, view, images));

    private static string Marked(TableObject table, string images, bool isNew) => $"""
        SELECT {Columns(table.Columns, "images")}, {RowIdText($"images.{RowId}")} AS {RowId}, {(isNew ? "TRUE" : "FALSE")} AS {Names.Sql(TracedView.IsNew)}
        FROM (
            {images}
        ) AS images
        """;

    private QualifiedName Old(QualifiedName table) => Names.Engine($"OLD${stream.Name}${table}");

    private QualifiedName New(QualifiedName table) => Names.Engine($"NEW${stream.Name}${table}");
}
